import { type Position, SourceText } from "../../../diagnostics/index.js";
import { pointerTokens } from "../../../json/index.js";
import type { SourceDocument } from "../../model.js";
import { jsonPlaces } from "../json/places.js";
import { parsedText } from "../parse/parsed-text.js";
import { loadedYaml } from "../yaml/module.js";
import { yamlPlaces } from "../yaml/places.js";
import type { Place } from "./place.js";

interface Index {
  source: SourceText;
  root: Place;
}

/** What places are found in: a document, or as much of it as `parseDocument` has. */
export type LocatableText = Pick<SourceDocument, "text" | "isByteString" | "format" | "value">;

const indexes = new WeakMap<LocatableText, Index>();

/**
 * Where a JSON pointer (RFC 6901) leads to in the text of a document: to a member's key, or to an array's item. What is not in the
 * text, or only by a YAML alias, is where its nearest ancestor is. The first call reads the text again; further ones are quick.
 * Undefined only for a YAML document that `parseDocument` did not make.
 */
export function locate(document: LocatableText, pointer: string): Position | undefined {
  const index = indexOf(document);
  if (!index) return undefined;
  let place = index.root;
  for (const token of pointerTokens(pointer)) {
    const next = place.member(token);
    if (!next) break;
    place = next;
  }
  return index.source.positionAt(place.offset);
}

/** The text that {@link locate} finds places in. */
export function sourceText(document: LocatableText): SourceText | undefined {
  return indexOf(document)?.source;
}

function indexOf(document: LocatableText): Index | undefined {
  const known = indexes.get(document);
  if (known) return known;
  const root = placesOf(document);
  if (!root) return undefined;
  const index = { source: new SourceText(document.text, document), root };
  indexes.set(document, index);
  return index;
}

function placesOf(document: LocatableText): Place | undefined {
  const { text = document.text, hasRepeatedKeys = false } = parsedText(document.value);
  if (document.format === "json") return jsonPlaces({ text, isByteString: document.isByteString, hasRepeatedKeys });
  const reader = loadedYaml();
  return reader && yamlPlaces(text, reader);
}
