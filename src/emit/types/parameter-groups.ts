import { getOrInsert } from "../../collections/index.js";
import { startsIdentifier } from "../../identifiers/index.js";
import { pascalCase, words } from "../../ir/index.js";
import type { TypeCode } from "../code/index.js";
import type { PropertySignatureNode, TypeLiteralNode } from "./syntax/node.js";
import { printBody, printType } from "./syntax/print.js";
import { referenceTo } from "./syntax/references.js";

/** Up to how many parameters are named for what they are. */
const MOST_PARAMETERS = 4;

/** The groups that are shared, and how their types' names end. */
const ENDINGS: Record<string, string> = { pathParams: "PathParams", queryParams: "QueryParams" };

/** A group of parameters that several operations take, as an interface of its own, which is not exported. */
interface ParameterGroup {
  name: string;
  body: TypeCode;
}

/** A group as it stands in the arguments of operations. */
interface Candidate {
  wish: string;
  type: TypeLiteralNode;
  places: PropertySignatureNode[];
}

/**
 * Finds the groups of path and query parameters that several operations have alike, with descriptions, and replaces each by a
 * reference to one interface: `/repos/{owner}/{repo}` begins hundreds of GitHub's paths. Names are made of the parameters' own
 * (`OwnerRepoPathParams`); of several groups with one name, the most frequent has it, and the others stay in place, where they say
 * more than a number behind a name would. Which one it is may change with the selection, so it is not exported.
 *
 * @param all the arguments of the operations, which are changed
 * @param names the names of the other types of the file, to which those of the groups are added
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

/** The groups that could have a name, those alike as one. */
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

/** The name that a group of parameters should have; undefined for one that is not shared. */
function wishFor(group: string, { members }: TypeLiteralNode): string | undefined {
  const ending = Object.hasOwn(ENDINGS, group) ? ENDINGS[group] : undefined;
  if (ending === undefined || members.length > MOST_PARAMETERS) return undefined;
  const names = members.flatMap((member) => (member.kind === "PropertySignature" ? words(member.name.text) : []));
  const name = pascalCase(names);
  return startsIdentifier(name) ? name + ending : undefined;
}
