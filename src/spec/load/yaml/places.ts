import type { Place } from "../locate/place.js";
import type { RepeatedKey } from "../parse/repeated-keys.js";
import type { YamlReader } from "./module.js";

type Members = Map<string, Place>;

interface Node {
  start: number;
  end: number;
  result: unknown;
  members: Members | undefined;
}

/** Returns the keys of a YAML text that repeat an earlier key of the same mapping, in the order of the text. */
export function repeatedYamlKeys(text: string, reader: YamlReader): RepeatedKey[] {
  const found = new Map<number, RepeatedKey>();
  yamlPlaces(text, reader, (repeated) => found.set(repeated.offset, repeated));
  return [...found.values()].sort((a, b) => a.offset - b.offset);
}

/**
 * Finds places in a valid YAML text. Members that come from an alias or a merge key have none, because they were
 * written elsewhere.
 */
export function yamlPlaces(text: string, reader: YamlReader, onRepeated: (key: RepeatedKey) => void = () => {}): Place {
  const source = { text, onRepeated };
  const open: { start: number; children: Node[] }[] = [];
  let root: Members | undefined;
  reader.read(text, {
    duplicateKeys: true,
    listener(event, state) {
      if (event === "open") {
        open.push({ start: state.position, children: [] });
        return;
      }
      const { start, children } = open.pop()!;
      const result: unknown = state.result;
      const members = membersOf(source, { kind: state.kind, start, result, children });
      const parent = open.at(-1);
      if (parent) parent.children.push({ start, end: state.position, result, members });
      else root ??= members;
    },
  });
  return { offset: 0, member: (token) => root?.get(token) };
}

interface Source {
  text: string;
  onRepeated(key: RepeatedKey): void;
}

function membersOf(
  source: Source,
  { kind, start, result, children }: { kind: string | null; start: number; result: unknown; children: Node[] },
): Members | undefined {
  if (kind !== "mapping" && kind !== "sequence") return undefined;
  // js-yaml first tries every node as the key of a block mapping; if it is none, the attempt is the node itself. An
  // alias may refer to the very node that contains it.
  const attempt = children.at(-1);
  const isNode = (node: Node) => isAlias(source.text, start) || !isAlias(source.text, node.start);
  if (attempt && attempt.result === result && isNode(attempt)) return attempt.members;
  if (kind === "mapping") return mappingMembers(source, children);
  return Array.isArray(result) ? sequenceItems(source, result, children) : undefined;
}

function isAlias(text: string, start: number): boolean {
  return text[skipBlank(text, start)] === "*";
}

function mappingMembers({ text, onRepeated }: Source, children: Node[]): Members {
  const members: Members = new Map();
  for (let at = 0; at < children.length; ) {
    const key = children[at++]!;
    const value = hasValue(text, key) ? children[at++] : undefined;
    const name = String(key.result);
    const found = place(text, key, value?.members);
    if (members.has(name) && name !== "<<") onRepeated({ key: name, offset: found.offset });
    members.set(name, found);
  }
  return members;
}

/**
 * Reads the items of a sequence. js-yaml does not report empty items, so items and nodes are matched by their values.
 */
function sequenceItems(source: Source, items: unknown[], children: Node[]): Members {
  const { text } = source;
  const members: Members = new Map();
  let at = 0;
  items.forEach((item, index) => {
    const child = children[at];
    if (!child) return;
    if (Object.is(child.result, item)) {
      members.set(String(index), place(text, child, child.members));
      at++;
    } else if (typeof item === "object" && item !== null && hasValue(text, child)) {
      members.set(String(index), place(text, child, mappingMembers(source, children.slice(at, at + 2))));
      at += 2;
    }
  });
  return members;
}

function place(text: string, node: Node, members: Members | undefined): Place {
  return { offset: skipBlank(text, node.start), member: (token) => members?.get(token) };
}

/** Whether a colon follows, which makes a node a key with a value (YAML 1.2.2, sections 7.4.2 and 8.2.2). */
function hasValue(text: string, key: Node): boolean {
  return text[skipBlank(text, key.end)] === ":";
}

const blank = /(?:[ \t\r\n]|#[^\r\n]*)*/y;

/** Returns the offset of the first character at or after `at` that is neither white space nor in a comment. */
export function skipBlank(text: string, at: number): number {
  blank.lastIndex = at;
  blank.test(text);
  return blank.lastIndex;
}
