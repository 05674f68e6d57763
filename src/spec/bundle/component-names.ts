import { createHash } from "node:crypto";
import { posix } from "node:path";
import { decodedText, pointerTokens } from "../../json/index.js";
import { withoutEnds } from "../without-ends.js";

/** Where a component stands, and the section of the bundle that it goes to. */
export interface ComponentPlace {
  section: readonly string[];
  uri: string;
  pointer: string;
}

/**
 * Names for what is moved into a bundle, by {@link placeKey}: of its possible names the first that no other place
 * could also be given and that the root document does not have in the section. `places` are all that the spec's
 * operations reach, selected or not, so that names do not depend on the selection. They differ by more than case and
 * punctuation, because identifiers are made of them.
 */
export function componentNames(
  places: readonly ComponentPlace[],
  root: { uri: string; ownNames(section: readonly string[]): readonly string[] },
): Map<string, string> {
  const names = new Map<string, string>();
  for (const inSection of bySection(places).values()) {
    const candidates = new Map([...inSection].map(([key, place]) => [key, candidateNames(place, root.uri)]));
    const taken = new Set(root.ownNames([...inSection.values()][0]?.section ?? []).map(folded));
    const claims = new Map<string, number>();
    for (const list of candidates.values()) {
      for (const name of new Set(list.map(folded))) claims.set(name, (claims.get(name) ?? 0) + 1);
    }
    for (const [key, list] of candidates) {
      const free = list.find((name) => claims.get(folded(name)) === 1 && !taken.has(folded(name)));
      names.set(key, free ?? `${list[0]}_${hash(key)}`);
    }
  }
  return names;
}

/** What tells places apart. */
export function placeKey({ section, uri, pointer }: ComponentPlace): string {
  return `${section.join("/")} ${uri}#${pointer}`;
}

function bySection(places: readonly ComponentPlace[]): Map<string, Map<string, ComponentPlace>> {
  const sections = new Map<string, Map<string, ComponentPlace>>();
  for (const place of places) {
    const name = place.section.join("/");
    const members = sections.get(name) ?? new Map<string, ComponentPlace>();
    sections.set(name, members.set(placeKey(place), place));
  }
  return sections;
}

/** Sections of a document and keywords of a schema that hold things by their names. */
const NAMING = new Set([
  "definitions",
  "$defs",
  "schemas",
  "parameters",
  "responses",
  "requestBodies",
  "headers",
  "mediaTypes",
  "pathItems",
  "examples",
  "links",
  "securitySchemes",
]);

/** Further keys that say nothing about what a value is. */
const WORDLESS = new Set([
  ...NAMING,
  "paths",
  "components",
  "content",
  "schema",
  "properties",
  "additionalProperties",
  "items",
  "allOf",
  "anyOf",
  "oneOf",
]);

/** Longer names are cut: a pointer can be as long as the document is deep. */
const LONGEST = 60;

/**
 * Possible names, best first: that which the document itself gives the place, the words on the way to it, the keys on
 * the way, all of them, the words behind the file's folders, and these with a hash that no other place has. None
 * depends on where the spec lies on this machine.
 */
function candidateNames({ uri, pointer }: ComponentPlace, rootUri: string): string[] {
  const tokens = pointerTokens(pointer);
  const path = relativePath(uri, rootUri);
  const file = fileName(path);
  const isNamed = tokens.length < 2 || (NAMING.has(tokens.at(-2) as string) && tokens[0] !== "paths");
  const names = [
    isNamed ? [tokens.at(-1) ?? file] : [],
    [file, ...tokens.filter(isWord)],
    [file, ...(tokens[0] === "components" ? tokens.slice(2) : tokens)],
    [file, ...tokens],
    [...path.split("/").slice(0, -1), file, ...tokens.filter(isWord)],
  ].map(joined);
  const last = names.at(-1) || "value";
  return [...names.filter((name) => name !== ""), `${last}_${hash(`${path}#${pointer}`).slice(0, 8)}`];
}

/** The path of a document seen from the root document; that document's own is empty, one from elsewhere is absolute. */
function relativePath(uri: string, rootUri: string): string {
  if (uri === rootUri) return "";
  if (!URL.canParse(uri) || !URL.canParse(rootUri)) return decodedText(uri);
  const [document, root] = [new URL(uri), new URL(rootUri)];
  const path = decodedText(document.pathname) + document.search;
  const isNear = document.protocol === root.protocol && document.host === root.host;
  return isNear ? posix.relative(posix.dirname(decodedText(root.pathname)), path) : document.host + path;
}

/** The base name without its extension: `models/pet.v1.yaml` gives `pet.v1`. */
function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.(json|ya?ml)$/i, "");
}

function joined(words: string[]): string {
  const clean = words.map(nameText).filter((word) => word !== "");
  return clean.join("_").slice(0, LONGEST);
}

/** True for a key that says what a value is: no keyword, position in a list, or media type. */
function isWord(token: string, index: number, tokens: readonly string[]): boolean {
  return !WORDLESS.has(token) && !/^\d{1,2}$/.test(token) && tokens[index - 1] !== "content";
}

/**
 * Only what the name of a component may hold (OpenAPI 3.1, section 4.8.7), beginning and ending with a letter or digit.
 */
function nameText(text: string): string {
  return withoutEnds(text.replace(/[^A-Za-z0-9._-]+/g, "_"), "._-");
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
