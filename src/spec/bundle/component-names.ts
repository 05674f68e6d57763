import { createHash } from "node:crypto";
import { pointerTokens } from "../json.js";

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
  ownNames: (section: readonly string[]) => string[],
): Map<string, string> {
  const names = new Map<string, string>();
  for (const inSection of bySection(places).values()) {
    const candidates = new Map([...inSection].map(([key, place]) => [key, candidateNames(place)]));
    const taken = new Set(ownNames([...inSection.values()][0]?.section ?? []).map(folded));
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

/** Keys that say nothing about what a value is, left out of names. */
const WORDLESS = new Set([
  "components",
  "definitions",
  "schemas",
  "parameters",
  "responses",
  "requestBodies",
  "headers",
  "pathItems",
  "properties",
  "items",
  "content",
  "schema",
  "paths",
  "allOf",
  "anyOf",
  "oneOf",
  "$defs",
  "additionalProperties",
]);

/** Longer names are cut: a pointer can be as long as the document is deep. */
const LONGEST = 60;

/** The last word of the pointer or file, then all words of the pointer, then the file too, then with a hash of all. */
function candidateNames({ uri, pointer }: ComponentPlace): string[] {
  const file = fileWords(uri);
  const words = pointerTokens(pointer)
    .filter((token) => !WORDLESS.has(token) && !/^\d{1,2}$/.test(token))
    .map(nameText)
    .filter((word) => word !== "");
  const short = words.at(-1) ?? file.at(-1) ?? "value";
  const all = [...file, ...words].join("_") || "value";
  const names = [short, words.join("_") || all, all].map((name) => name.slice(0, LONGEST));
  return [...names, `${names[2]}_${hash(`${uri}#${pointer}`).slice(0, 8)}`];
}

/** The file's base name without its extension: `https://x/models/pet.v1.yaml` gives `pet.v1`. */
function fileWords(uri: string): string[] {
  const path = uri.split(/[?#]/)[0] ?? "";
  const base = path.slice(path.lastIndexOf("/") + 1).replace(/\.(json|ya?ml)$/i, "");
  const word = nameText(decodeSafely(base));
  return word === "" ? [] : [word];
}

/** Only what the name of a component may hold (OpenAPI 3.1, section 4.8.7), beginning and ending with a letter or digit. */
function nameText(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/g, "_").replace(/^[._-]+|[._-]+$/g, "");
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
