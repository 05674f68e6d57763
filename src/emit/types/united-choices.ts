import type { TypeNode } from "./syntax/node.js";
import { nameCircles, referenceTo } from "./syntax/references.js";
import { kindsOf, unionOf } from "./syntax/simplify.js";

/**
 * Makes one choice of those that choose from each other: what one of them allows, all do. The first union by name gets all that they
 * choose from, and the others become names of it. Where they choose from nothing else, they stay.
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

/** The name that a type is, and nothing else. */
function nameIn(type: TypeNode): string | undefined {
  return type.kind === "TypeReference" && type.typeArguments.length === 0 ? type.typeName.text : undefined;
}
