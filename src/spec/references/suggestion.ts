import { closest } from "../../diagnostics/index.js";
import { appendPointer, decodedText, encodedText, isObject, type Json, pointerTokens } from "../../json/index.js";
import { MOVED_SECTIONS } from "../component-sections.js";
import { withoutEnd } from "../without-ends.js";
import type { References } from "./references.js";

/** The share of a name that may be mistyped. It is small, because those of one API are often alike. */
const MISTYPED = 1 / 5;

/** Longer names, and more names, are only compared case-insensitively. */
const LIMITS = { length: 60, names: 2000 };

/**
 * Suggests a reference for a broken one: without spaces around it or slashes at its end, a pointer with its missing `#`, the section of
 * another version of OpenAPI, or a similar name. Undefined if nothing similar exists.
 *
 * @param base the URI of the document that has the reference
 */
export function suggestedReference(found: string, base: string, references: References): string | undefined {
  const exists = (candidate: string) => references.resolveOnce(candidate, base).kind === "target";
  const ref = withoutEnd(found.trim(), "/");
  if (ref !== found && exists(ref)) return ref;
  if (!ref.includes("#")) {
    const pointer = `#/${ref.replace(/^\.?\//, "")}`;
    return pointer.indexOf("/", 2) > 0 && exists(pointer) ? pointer : undefined;
  }
  const file = ref.slice(0, ref.indexOf("#"));
  const tokens = pointerTokens(decodedText(ref.slice(file.length + 1)));
  const written = (found: readonly string[]) => `${file}#${encodedText(appendPointer("", ...found))}`;
  const lookUp = (found: readonly string[]) => {
    const resolution = references.resolveOnce(written(found), base);
    return resolution.kind === "target" ? resolution.target.value : undefined;
  };
  const moved = otherPlaces(tokens);
  const exact = moved.map(written).find(exists);
  if (exact !== undefined) return exact;
  for (const place of [tokens, ...moved]) {
    const corrected = correctedTokens(place, lookUp);
    if (corrected) return written(corrected);
  }
  return undefined;
}

/** The same pointer in the sections of another version of OpenAPI. */
function otherPlaces(tokens: readonly string[]): string[][] {
  const starts = (place: readonly string[]) => place.every((token, index) => tokens[index] === token);
  return MOVED_SECTIONS.flatMap(([swagger, openapi]) => {
    const places = [[swagger], ["components", openapi]];
    const [to = [], from = []] = starts(["components", openapi]) ? places : places.reverse();
    return starts(from) ? [[...to, ...tokens.slice(from.length)]] : [];
  });
}

/** Existing keys that are similar to the written ones; undefined if there is none for one of them. */
function correctedTokens(
  tokens: readonly string[],
  lookUp: (found: readonly string[]) => Json | undefined,
): string[] | undefined {
  const found: string[] = [];
  // Nobody types pointers of this depth.
  if (tokens.length > 10) return undefined;
  for (const token of tokens) {
    const around = lookUp(found);
    if (!isObject(around)) return undefined;
    const name = Object.hasOwn(around, token) ? token : nearName(token, Object.keys(around));
    if (name === undefined) return undefined;
    found.push(name);
  }
  return found;
}

function nearName(name: string, names: readonly string[]): string | undefined {
  const lower = name.toLowerCase();
  const sameButCase = names.find((other) => other.length === name.length && other.toLowerCase() === lower);
  if (sameButCase !== undefined || name.length > LIMITS.length || names.length > LIMITS.names) return sameButCase;
  return closest(name, names, MISTYPED);
}
