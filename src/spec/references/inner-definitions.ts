import {
  appendPointer,
  childOf,
  decodedText,
  encodedText,
  isObject,
  type Json,
  member,
  pointerTokens,
} from "../../json/index.js";
import type { ReferenceTarget } from "./reference.js";
import type { References } from "./references.js";

/** A reference to the definitions of a schema (JSON Schema 2020-12, section 8.2.4; draft 4, Validation, section 5.26). */
const DEFINITION = /^#\/(\$defs|definitions)\/([^/]+)/;

/**
 * Resolves a broken reference in a schema that was written as a document of its own, with its own definitions: `#/definitions/Pet` is the
 * `Pet` of the nearest enclosing schema that has one.
 *
 * @param place where the reference is: the document's URI, the base, and a pointer into the document
 */
export function innerDefinition(
  ref: string,
  { uri, base, pointer }: { uri: string; base: string; pointer: string },
  references: References,
): ReferenceTarget | undefined {
  const [, keyword = "", name = ""] = DEFINITION.exec(ref) ?? [];
  const document = keyword === "" ? undefined : references.resolveOnce("", uri);
  if (document?.kind !== "target") return undefined;
  const tokens = pointerTokens(pointer);
  const [key = ""] = pointerTokens(decodedText(`/${name}`));
  let nearest: number | undefined;
  let value: Json | undefined = document.target.value;
  for (let depth = 0; value !== undefined && depth <= tokens.length; depth++) {
    const definitions = isObject(value) ? member(value, keyword) : undefined;
    if (isObject(definitions) && Object.hasOwn(definitions, key)) nearest = depth;
    value = childOf(value, tokens[depth] ?? "");
  }
  if (nearest === undefined) return undefined;
  const around = encodedText(appendPointer("", ...tokens.slice(0, nearest)));
  const resolution = references.resolve(`#${around}${ref.slice(1)}`, base);
  return resolution.kind === "target" ? resolution.target : undefined;
}
