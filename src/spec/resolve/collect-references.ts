import {
  appendPointer,
  isObject,
  type Json,
  type JsonObject,
  member,
  objectMember,
  pointerOf,
  stringMember,
} from "../../json/index.js";
import { referenceUri } from "./reference-uri.js";

/** A reference in a document: the value as written, and the pointer to it. */
interface FoundReference {
  ref: string;
  pointer: string;
}

interface Step {
  value: Json;
  token: string;
  parent: Step | undefined;
  /** The base of its references, by the `$id`s around it. */
  base: string;
}

/**
 * Collects the references of a document to other documents: every `$ref` and `$dynamicRef` (OpenAPI 3.2.0, section 4.23; JSON Schema
 * 2020-12, section 8.2.3.2), and the URIs in the `mapping` and `defaultMapping` of discriminators (section 4.25). Each address is returned
 * once per base, with its first place. URIs that are the `$id` of a schema in the document are left out.
 * @param uri of the document
 */
export function collectReferences(document: Json, uri: string): FoundReference[] {
  const found = new Map<string, FoundReference & { meant: string }>();
  const identified = new Set<string>();
  const add = (ref: Json | undefined, step: Step, ...tokens: string[]) => {
    if (typeof ref !== "string" || ref === "" || ref.startsWith("#")) return;
    const address = ref.replace(/#.*$/s, "");
    const key = `${step.base} ${address}`;
    if (found.has(key)) return;
    const pointer = appendPointer(pointerOf(step), ...tokens);
    found.set(key, { ref, pointer, meant: referenceUri(ref, step.base) });
  };

  const seen = new Set<Json>();
  const open: Step[] = [{ value: document, token: "", parent: undefined, base: uri }];
  while (open.length > 0) {
    const step = open.pop()!;
    const { value } = step;
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    if (isObject(value)) {
      const id = stringMember(value, "$id");
      if (id !== undefined) step.base = referenceUri(id, step.base);
      if (id !== undefined) identified.add(step.base);
      for (const keyword of ["$ref", "$dynamicRef"]) add(member(value, keyword), step, keyword);
      if (step.token === "discriminator") addMapped(value, (ref, ...tokens) => add(ref, step, ...tokens));
    }
    const { base } = step;
    const children = Object.entries(value).map(([token, child]): Step => ({ value: child, token, parent: step, base }));
    open.push(...children.reverse());
  }
  return [...found.values()]
    .filter(({ meant }) => !identified.has(meant))
    .map(({ ref, pointer }) => ({ ref, pointer }));
}

/** Adds the values of a discriminator that are URIs. */
function addMapped(discriminator: JsonObject, add: (ref: Json, ...tokens: string[]) => void): void {
  const mapping = objectMember(discriminator, "mapping") ?? {};
  for (const [name, target] of Object.entries(mapping)) if (isUriLike(target)) add(target, "mapping", name);
  const fallback = member(discriminator, "defaultMapping") ?? null;
  if (isUriLike(fallback)) add(fallback, "defaultMapping");
}

/** True for a value of a mapping that is a URI, not a name: only its form shows it. */
function isUriLike(target: Json): boolean {
  return typeof target === "string" && /[#/]|\.(?:json|ya?ml)$/i.test(target);
}
