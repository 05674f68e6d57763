import { createHash } from "node:crypto";
import { posix } from "node:path";
import { decodedText, pointerTokens } from "../../../json/index.js";
import { COMPONENT_FIELDS } from "../../component-sections.js";
import { baseUri } from "../../resolve/index.js";
import { withoutEnds } from "../../without-ends.js";
import { OBJECT_RULES, sectionKind } from "../object-kinds.js";

/** The place of a component, and its section in the bundle. */
export interface ComponentPlace {
  section: readonly string[];
  uri: string;
  pointer: string;
}

/** Sections of a document and keywords of a schema whose keys are names. */
const NAMING = new Set(["definitions", "$defs", ...COMPONENT_FIELDS.filter((field) => field !== "callbacks")]);

/** Keys that say nothing about a value. */
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

/** The maximum length of names of several words: pointers may be very long. */
const LONGEST = 60;

/** The possible names of a place, and its distance. */
export interface NameCandidates {
  /** Best first. */
  candidates: string[];
  /** Returns a unique name, for a place to which no candidate belongs. */
  lastResort(): string;
  /** The number of steps in the path of its document and in its pointer. */
  steps: number;
}

/**
 * Returns possible names for a place: its name in the document; the words of its pointer; all keys of its pointer, without or with
 * `components`; the words of its pointer after the names of the file's folders; and the last of these with a hash. A part of a
 * document is never named like the whole document. Names do not depend on where the spec is on this machine.
 */
export function nameCandidates({ section, uri, pointer }: ComponentPlace, rootUri: string): NameCandidates {
  const tokens = pointerTokens(pointer);
  const path = relativePath(uri, rootUri);
  const folders = path === "" ? [] : path.split("/");
  const file = withoutExtension(folders.pop() ?? "");
  const words = tokens.filter(isWord);
  const isPart = tokens.length > 0 && words.length === 0;
  const given = isNamed(tokens, section) ? componentName(tokens.at(-1) ?? file) : "";
  const made = [
    isPart ? [] : [file, ...words],
    [file, ...(tokens[0] === "components" ? tokens.slice(2) : tokens)],
    [file, ...tokens],
    [...folders, file, ...(isPart ? tokens : words)],
  ].map(joined);
  const names = [given, ...made];
  const last = names.at(-1) || "value";
  const candidates = [...names.filter((name) => name !== ""), `${last}_${hash(`${path}#${pointer}`).slice(0, 8)}`];
  const asEncoded = () => relativePath(uri, rootUri, (text) => text);
  return {
    candidates,
    lastResort: () => `${candidates[0]}_${hash(`${asEncoded()}#${pointer}`)}`,
    steps: folders.length + Number(path !== "") + tokens.length,
  };
}

/** Returns the name of a place in its document: a key, or the file's name for the whole document. Undefined if it has none. */
export function givenName({ section, uri, pointer }: ComponentPlace): string | undefined {
  const tokens = pointerTokens(pointer);
  if (!isNamed(tokens, section)) return undefined;
  const [path = ""] = uri.split("?", 1);
  return tokens.at(-1) ?? withoutExtension(decodedText(path.slice(path.lastIndexOf("/") + 1)));
}

/** True if the last key of a pointer is a name, or if the place is a whole document, which has its file's name. */
function isNamed(tokens: readonly string[], section: readonly string[]): boolean {
  const [first = ""] = tokens;
  if (tokens.length === 1) return !(isSchemaSection(section) && (OBJECT_RULES.schema.has(first) || first === "schema"));
  return tokens.length === 0 || (NAMING.has(tokens.at(-2) as string) && first !== "paths");
}

function isSchemaSection(section: readonly string[]): boolean {
  return sectionKind([...section, ""]) === "schema";
}

/**
 * Returns the path of a document relative to the root document: "" for the root document itself, absolute if it is from elsewhere.
 *
 * @param read decodes the percent-encoding of a path
 */
function relativePath(uri: string, rootUri: string, read: (text: string) => string = decodedText): string {
  if (uri === rootUri) return "";
  if (!URL.canParse(uri) || !URL.canParse(rootUri)) return read(uri);
  const [document, root] = [new URL(uri), new URL(baseUri(rootUri))];
  const path = read(document.pathname) + document.search;
  const isNear = document.protocol === root.protocol && document.host === root.host;
  return isNear ? posix.relative(posix.dirname(read(root.pathname)), path) : document.host + path;
}

/** Returns the name of a file without its extension: `pet.v1.yaml` gives `pet.v1`. */
function withoutExtension(name: string): string {
  return name.replace(/\.(json|ya?ml)$/i, "");
}

function joined(words: string[]): string {
  const clean = words.map(nameText).filter((word) => word !== "");
  return clean.join("_").slice(0, LONGEST);
}

/** True for a key that describes a value: not a keyword, an array index, or a media type. */
function isWord(token: string, index: number, tokens: readonly string[]): boolean {
  return !WORDLESS.has(token) && !/^\d{1,2}$/.test(token) && tokens[index - 1] !== "content";
}

/** Returns a name unchanged if it is valid for a component: generators make `List_Pet__` of `List[Pet]`. Otherwise makes it valid. */
function componentName(text: string): string {
  return /^[A-Za-z0-9._-]+$/.test(text) && /[A-Za-z0-9]/.test(text) ? text : nameText(text);
}

/**
 * Keeps only the characters that the name of a component may contain (OpenAPI 3.1, section 4.8.7), with a letter or digit at the
 * beginning and the end.
 */
function nameText(text: string): string {
  return withoutEnds(text.replace(/[^A-Za-z0-9._-]+/g, "_"), "._-");
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
