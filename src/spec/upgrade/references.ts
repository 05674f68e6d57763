import {
  decodedText,
  fragmentToken,
  isObject,
  type Json,
  type JsonObject,
  resolvePointer,
  stringMember,
} from "../../json/index.js";
import type { SpecFamily } from "../model.js";

const sections = new Map([
  ["definitions", "schemas"],
  ["parameters", "parameters"],
  ["responses", "responses"],
]);

/**
 * A Swagger 2.0 reference as OpenAPI 3 writes it: `#/definitions/…` is `#/components/schemas/…`, and so on for
 * `parameters` and `responses`. Other references are returned as they are.
 */
export function upgradedReference(reference: string): string {
  const [, section = "", rest = ""] = /^#\/([^/]+)\/(.+)$/s.exec(reference) ?? [];
  const target = sections.get(section);
  return target ? `#/components/${target}/${rest}` : reference;
}

/** The reference to a schema among the components, encoded as a URI fragment where its name needs that. */
export function schemaComponentReference(name: string): string {
  return `#/components/schemas/${fragmentToken(name)}`;
}

/** True for a reference to a whole component: `#/components/schemas/Pet`. */
export function isComponentReference(reference: string): boolean {
  return /^#\/components\/[^/]+\/[^/]+$/.test(reference);
}

/**
 * The value that an internal reference (`#/…`) leads to, or undefined. The pointer is tried as it is written and then
 * as the URI fragment it should be (RFC 6901, section 6).
 */
export function resolveReference(root: JsonObject, reference: string): Json | undefined {
  if (!reference.startsWith("#/")) return undefined;
  const pointer = reference.slice(1);
  const value = resolvePointer(root, pointer);
  return value === undefined && pointer.includes("%") ? resolvePointer(root, decodedText(pointer)) : value;
}

/**
 * For kinds of object that Swagger 2.0 has no components for, so that a reference leads to where none are looked for:
 * the target, upgraded, in the place of the reference. In OpenAPI 3 the reference stays.
 */
export function inlinedReference(
  reference: JsonObject,
  context: { root: JsonObject; family: SpecFamily },
  upgrade: (target: JsonObject) => JsonObject,
): JsonObject {
  const target = context.family === "2.0" ? dereferenced(context.root, reference) : undefined;
  return target ? upgrade(target) : reference;
}

/** The object itself, or what its `$ref`, followed to the end, leads to; undefined where it leads nowhere. */
export function dereferenced(root: JsonObject, object: JsonObject): JsonObject | undefined {
  const seen = new Set<JsonObject>();
  let current = object;
  for (;;) {
    const reference = stringMember(current, "$ref");
    if (reference === undefined) return current;
    seen.add(current);
    const target = resolveReference(root, reference);
    if (!isObject(target) || seen.has(target)) return undefined;
    current = target;
  }
}
