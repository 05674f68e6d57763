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

/** A document, or the parts of it that `parseDocument` has. */
export type LocatableText = Pick<SourceDocument, "text" | "isByteString" | "format" | "value">;

const indexes = new WeakMap<LocatableText, Index>();

/**
 * Finds the line and column of a JSON pointer (RFC 6901) in the text of a document: of a member's key, or of an array's
 * item. For a value that is not in the text, or only through a YAML alias, returns the place of the nearest ancestor.
 * The first call scans the text; later calls are fast. Undefined only for a YAML document that `parseDocument` did not
 * make.
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

/** Returns the text that {@link locate} searches. */
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
