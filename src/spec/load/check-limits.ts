import { fail, rememberSource, SourceText } from "../../diagnostics/index.js";
import { appendPointer, type Json, type JsonObject } from "../../json/index.js";
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
interface Walked {
  /** How much of what aliases may add they do add: 0 where there are none, 1 at most. */
  aliased: number;
  /** How many members its objects have. */
  keys: number;
  /** True where a key is the text that js-yaml makes of a mapping in the place of a key. */
  hasMappingKeys: boolean;
}

/**
 * Walks what was parsed as a tree; `display` is how messages name it. Later stages may then walk documents without
 * limits of their own.
 * @throws DiagnosticError B44-111 where that would take too long or go too deep.
 */
export function checkLimits(parsed: LocatableText, display: string): Walked {
  // JSON has no aliases.
  const aliased = parsed.format === "yaml" ? new Aliased(parsed.text.length) : undefined;
  const open: (Json[] | JsonObject)[] = [];
  const depths: number[] = [];
  let keys = 0;
  let hasMappingKeys = false;
  const visit = (child: Json | undefined, depth: number) => {
    aliased?.count(child);
    if (typeof child !== "object" || child === null) return;
    open.push(child);
    depths.push(depth);
  };
  visit(parsed.value, 1);
  while (open.length > 0) {
    const node = open.pop()!;
    const depth = depths.pop()!;
    if (depth > maxDepth) failTooDeep(parsed, display);
    if (Array.isArray(node)) for (const child of node) visit(child, depth + 1);
    else {
      for (const key in node) {
        keys++;
        aliased?.countKey(key);
        if (key === MAPPING_KEY) hasMappingKeys = true;
        visit(node[key], depth + 1);
      }
    }
    if (aliased && aliased.share() > 1) failAliases(display);
  }
  return { aliased: aliased?.share() ?? 0, keys, hasMappingKeys };
}

/** How much the aliases of a text add, from what is there and the text's length. */
class Aliased {
  readonly #length: number;
  #values = 0;
  #characters = 0;

  constructor(length: number) {
    this.#length = length;
  }

  count(value: Json | undefined): void {
    this.#values++;
    if (typeof value === "string") this.#characters += value.length;
  }

  countKey(key: string): void {
    this.#characters += key.length;
  }

  /** What they add as a share of what they may add: 0 where there are none. */
  share(): number {
    // A value needs a character, and one that separates it from the next.
    const values = this.#values - this.#length / 2;
    const characters = this.#characters - this.#length;
    return Math.max(0, values / mostAliased.values, characters / mostAliased.characters);
  }
}

function failTooDeep(parsed: LocatableText, display: string): never {
  const reader = parsed.format === "yaml" ? loadedYaml() : undefined;
  const alias = reader && circularAlias(parsedText(parsed.value) ?? parsed.text, reader);
  const source = sourceText(parsed) ?? new SourceText(parsed.text, parsed);
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
