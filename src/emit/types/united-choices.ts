import type { TypeNode } from "./syntax/node.js";
import { nameCircles, referenceTo } from "./syntax/references.js";
import { kindsOf, unionOf } from "./syntax/simplify.js";

/**
 * Merges unions that have each other as members: what one of them allows, all allow. The first union by name gets all
 * the other members, and the rest become aliases of it. Unions without other members stay unchanged.
 */
export function uniteChoices(types: readonly { name: string; type: TypeNode }[]): void {
  const byName = new Map(types.map((type) => [type.name, type]));
  const chosen = new Map(types.map(({ name, type }) => [name, kindsOf(type).flatMap((one) => nameIn(one) ?? [])]));
  const edges = new Map([...chosen].map(([name, names]) => [name, names.filter((one) => byName.has(one))]));
  for (const circle of nameCircles(edges)) {
    const within = new Set(circle);
    const members = [...circle].sort().flatMap((name) => byName.get(name) ?? []);
    const all = members.flatMap(({ type }) => kindsOf(type)).filter((one) => !within.has(nameIn(one) ?? ""));
    const united = members.find(({ type }) => type.kind === "UnionType");
    if (!united || all.length === 0) continue;
    for (const member of members) member.type = member === united ? unionOf(all) : referenceTo(united.name);
  }
}

/** Returns the name of a type that is only a reference; undefined for any other type. */
function nameIn(type: TypeNode): string | undefined {
  return type.kind === "TypeReference" && type.typeArguments.length === 0 ? type.typeName.text : undefined;
}
