import { fail, rememberSource, SourceText } from "../../diagnostics/index.js";
import { appendPointer, type Json, type JsonObject } from "../json.js";
import { failAliases, maxDepth } from "./limits.js";
import { type LocatableText, locate, sourceText } from "./locate.js";
import { MAPPING_KEY } from "./mapping-keys.js";
import { parsedText } from "./parsed-text.js";
import { circularAlias } from "./yaml-circle.js";
import { loadedYaml } from "./yaml-module.js";

/**
 * What YAML aliases may add to a document when they are written out: a short text can stand for a huge one, or for one
 * without end. See docs/decisions/0015-limits.md.
 */
const mostAliased = { values: 1_000_000, characters: 10_000_000 };

/** What a walk over a document found. */
export interface Walked {
  /** How much of what aliases may add they do add: 0 where there are none, 1 at most. */
  aliased: number;
  /** How many members its objects have. */
  keys: number;
  /** True where a key is the text that js-yaml makes of a mapping in the place of a key. */
  hasMappingKeys: boolean;
}

/**
 * Walks what was parsed as a tree; `display` is how messages name it. Later stages may then walk documents without limits
 * of their own.
 * @throws DiagnosticError B44-111 where that would take too long or go too deep.
 */
export function checkLimits(parsed: LocatableText, display: string): Walked {
  const { value } = parsed;
  const { length } = parsed.text;
  const open: object[] = [];
  const depths: number[] = [];
  let values = 0;
  let characters = 0;
  let keys = 0;
  let hasMappingKeys = false;
  // A value needs a character, and one that separates it from the next.
  const added = () =>
    Math.max(0, (values - length / 2) / mostAliased.values, (characters - length) / mostAliased.characters);
  const visit = (child: Json | undefined, depth: number) => {
    values++;
    if (typeof child === "string") characters += child.length;
    if (typeof child !== "object" || child === null) return;
    open.push(child);
    depths.push(depth);
  };
  visit(value, 1);
  while (open.length > 0) {
    const node = open.pop() as Json[] | JsonObject;
    const depth = depths.pop()!;
    if (depth > maxDepth) failTooDeep(parsed, display);
    if (Array.isArray(node)) for (const child of node) visit(child, depth + 1);
    else {
      for (const key in node) {
        keys++;
        characters += key.length;
        if (key === MAPPING_KEY) hasMappingKeys = true;
        visit(node[key], depth + 1);
      }
    }
    if (added() > 1) failAliases(display);
  }
  return { aliased: added(), keys, hasMappingKeys };
}

function failTooDeep(parsed: LocatableText, display: string): never {
  const reader = parsed.format === "yaml" ? loadedYaml() : undefined;
  const alias = reader && circularAlias(parsedText(parsed.value) ?? parsed.text, reader);
  const source = sourceText(parsed) ?? new SourceText(parsed.text);
  const place = alias ? source.positionAt(alias.offset) : locate(parsed, pointerBelow(parsed.value, maxDepth));
  const location = rememberSource({ file: display, ...place }, source);
  if (alias) {
    fail("B44-111", {
      message: `"${display}" has no end: the alias *${alias.name} stands in what it stands for.`,
      location,
      help: "Remove the alias; a schema refers to itself with a `$ref`.",
    });
  }
  fail("B44-111", {
    message: `"${display}" is nested more than ${maxDepth} levels deep.`,
    location,
    help: "Give the inner schemas names, and refer to them.",
  });
}

/** The pointer of a value that has so many others around it: of the one that {@link checkLimits} comes to first. */
function pointerBelow(root: Json, depth: number): string {
  const open = [{ value: root, tokens: [] as string[] }];
  for (let at = open.pop(); at; at = open.pop()) {
    const { value, tokens } = at;
    if (typeof value !== "object" || value === null) continue;
    if (tokens.length === depth) return appendPointer("", ...tokens);
    for (const [key, child] of Object.entries(value)) open.push({ value: child, tokens: [...tokens, key] });
  }
  return "";
}
