import { getOrInsert } from "../../collections/index.js";
import { startsIdentifier } from "../../identifiers/index.js";
import { pascalCase, words } from "../../ir/index.js";
import type { TypeCode } from "../code/index.js";
import type { PropertySignatureNode, TypeLiteralNode } from "./syntax/node.js";
import { printBody, printType } from "./syntax/print.js";
import { referenceTo } from "./syntax/references.js";

/** The maximum number of parameters in a group that is named after them. */
const MOST_PARAMETERS = 4;

/** The groups that can be shared, and how the names of their types end. */
const ENDINGS: Record<string, string> = { pathParams: "PathParams", queryParams: "QueryParams" };

/** A group of parameters that several operations have, as an interface that is not exported. */
interface ParameterGroup {
  name: string;
  body: TypeCode;
}

/** A group in the arguments of operations, and the name that its type should have. */
interface Candidate {
  wish: string;
  type: TypeLiteralNode;
  places: PropertySignatureNode[];
}

/**
 * Replaces each group of path or query parameters that several operations share, including descriptions, with a
 * reference to one interface: hundreds of GitHub's paths begin with `/repos/{owner}/{repo}`. Names consist of the
 * parameters' own (`OwnerRepoPathParams`). Of several groups with the same name, the most frequent one gets it, and the
 * others stay in place, where they say more than a numbered name would. Which one that is may change with the
 * selection, so the interface is not exported.
 *
 * @param all the arguments of the operations, which are changed in place
 * @param names the names of the other types in the file; the names of the groups are added
 */
export function shareParameterGroups(all: readonly TypeLiteralNode[], names: Set<string>): ParameterGroup[] {
  const byName = new Map<string, Candidate>();
  for (const candidate of candidates(all)) {
    const { wish, places } = candidate;
    if (places.length === 1 || names.has(wish)) continue;
    if (places.length > (byName.get(wish)?.places.length ?? 0)) byName.set(wish, candidate);
  }
  return [...byName].map(([name, { type, places }]) => {
    names.add(name);
    for (const place of places) place.type = referenceTo(name);
    return { name, body: printBody(type) };
  });
}

/** Returns the groups that could be shared; equal ones are one candidate. */
function candidates(all: readonly TypeLiteralNode[]): Iterable<Candidate> {
  const texts = new WeakMap<PropertySignatureNode, string>();
  const textOf = (property: PropertySignatureNode) =>
    getOrInsert(texts, property, () => printType({ kind: "TypeLiteral", members: [property] }).text);
  const alike = new Map<string, Candidate>();
  for (const member of all.flatMap(({ members }) => members)) {
    if (member.kind !== "PropertySignature" || member.type.kind !== "TypeLiteral") continue;
    const wish = wishFor(member.name.text, member.type);
    if (wish === undefined) continue;
    const key = [wish, ...member.type.members.map((property) => textOf(property as PropertySignatureNode))].join("\n");
    const { type } = member;
    getOrInsert(alike, key, () => ({ wish, type, places: [] })).places.push(member);
  }
  return alike.values();
}

/** Returns the name that a group of parameters should have; undefined if the group is not shared. */
function wishFor(group: string, { members }: TypeLiteralNode): string | undefined {
  const ending = Object.hasOwn(ENDINGS, group) ? ENDINGS[group] : undefined;
  if (ending === undefined || members.length > MOST_PARAMETERS) return undefined;
  const names = members.flatMap((member) => (member.kind === "PropertySignature" ? words(member.name.text) : []));
  const name = pascalCase(names);
  return startsIdentifier(name) ? name + ending : undefined;
}
