import { createHash } from "node:crypto";
import { posix } from "node:path";
import { decodedText, pointerTokens } from "../../json/index.js";
import { baseUri } from "../resolve/index.js";
import { withoutEnds } from "../without-ends.js";
import { OBJECT_RULES, sectionKind } from "./object-kinds.js";

/** Where a component stands, and the section of the bundle that it goes to. */
export interface ComponentPlace {
  section: readonly string[];
  uri: string;
  pointer: string;
}

/**
 * Names for what is moved into a bundle, by {@link placeKey}: of its possible names the first that it owns and that the
 * root document does not have in the section. Of the places that could have a name, the one owns it to which the
 * fewest steps lead, and none where several are equally near: so a place further off never takes a name from a nearer
 * one, and what has no name in common with others has no effect on them. `places` are all that the spec's operations
 * reach, selected or not, so that names do not depend on the selection. They differ by more than case and punctuation,
 * because identifiers are made of them.
 */
export function componentNames(
  places: readonly ComponentPlace[],
  root: { uri: string; ownNames(section: readonly string[]): readonly string[] },
): Map<string, string> {
  const names = new Map<string, string>();
  for (const inSection of bySection(places).values()) {
    const wishes = new Map([...inSection].map(([key, place]) => [key, wishesOf(place, root.uri)]));
    const taken = new Set(root.ownNames([...inSection.values()][0]?.section ?? []).map(folded));
    const owners = nameOwners(wishes);
    for (const [key, { candidates, lastResort }] of wishes) {
      const free = candidates.find((name) => owners.get(folded(name)) === key && !taken.has(folded(name)));
      names.set(key, free ?? lastResort());
    }
  }
  return names;
}

/** The key of the place that each name goes to; undefined where several are equally near. */
function nameOwners(wishes: ReadonlyMap<string, Wishes>): Map<string, string | undefined> {
  const owners = new Map<string, { key: string | undefined; steps: number }>();
  for (const [key, { candidates, steps }] of wishes) {
    for (const name of new Set(candidates.map(folded))) {
      const owner = owners.get(name);
      if (!owner || steps < owner.steps) owners.set(name, { key, steps });
      else if (steps === owner.steps) owner.key = undefined;
    }
  }
  return new Map([...owners].map(([name, { key }]) => [name, key]));
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

/** What a place could be named, and how far it is. */
interface Wishes {
  /** Best first. */
  candidates: string[];
  /** For a place that owns none of them: a name that is no other's. */
  lastResort(): string;
  /** Of the path of its document and of its pointer together. */
  steps: number;
}

/**
 * Possible names: that which the document itself gives the place, the words on the way to it, the keys on the way, all
 * of them, the words behind the file's folders, and these with a hash that no other place has. A part of a document is
 * not named as the whole. None depends on where the spec lies on this machine.
 */
function wishesOf({ section, uri, pointer }: ComponentPlace, rootUri: string): Wishes {
  const tokens = pointerTokens(pointer);
  const path = relativePath(uri, rootUri);
  const folders = path === "" ? [] : path.split("/");
  const file = withoutExtension(folders.pop() ?? "");
  const words = tokens.filter(isWord);
  const isPart = tokens.length > 0 && words.length === 0;
  const names = [
    isNamed(tokens, section) ? [tokens.at(-1) ?? file] : [],
    isPart ? [] : [file, ...words],
    [file, ...(tokens[0] === "components" ? tokens.slice(2) : tokens)],
    [file, ...tokens],
    [...folders, file, ...(isPart ? tokens : words)],
  ].map(joined);
  const last = names.at(-1) || "value";
  const candidates = [...names.filter((name) => name !== ""), `${last}_${hash(`${path}#${pointer}`).slice(0, 8)}`];
  const asEncoded = () => relativePath(uri, rootUri, (text) => text);
  return {
    candidates,
    lastResort: () => `${candidates[0]}_${hash(`${asEncoded()}#${pointer}`)}`,
    steps: folders.length + Number(path !== "") + tokens.length,
  };
}

/** True where the last key of a pointer is a name, or the whole document is meant, which has that of its file. */
function isNamed(tokens: readonly string[], section: readonly string[]): boolean {
  const [first = ""] = tokens;
  if (tokens.length === 1) return !(isSchemaSection(section) && (OBJECT_RULES.schema.has(first) || first === "schema"));
  return tokens.length === 0 || (NAMING.has(tokens.at(-2) as string) && first !== "paths");
}

function isSchemaSection(section: readonly string[]): boolean {
  return sectionKind([...section, ""]) === "schema";
}

/**
 * The path of a document seen from the root document; that document's own is empty, one from elsewhere is absolute.
 *
 * @param read what becomes of a path's percent-encoding
 */
function relativePath(uri: string, rootUri: string, read: (text: string) => string = decodedText): string {
  if (uri === rootUri) return "";
  if (!URL.canParse(uri) || !URL.canParse(rootUri)) return read(uri);
  const [document, root] = [new URL(uri), new URL(baseUri(rootUri))];
  const path = read(document.pathname) + document.search;
  const isNear = document.protocol === root.protocol && document.host === root.host;
  return isNear ? posix.relative(posix.dirname(read(root.pathname)), path) : document.host + path;
}

/** The name of a file without its extension: `pet.v1.yaml` gives `pet.v1`. */
function withoutExtension(name: string): string {
  return name.replace(/\.(json|ya?ml)$/i, "");
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
