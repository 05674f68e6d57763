import { appendPointer, isObject, type Json, member } from "../json.js";

/** A reference that a document holds: the value as written, and the pointer to what holds it. */
export interface FoundReference {
  ref: string;
  pointer: string;
}

interface Step {
  value: Json;
  token: string;
  parent: Step | undefined;
}

/**
 * The references of a document to other documents: every `$ref` and `$dynamicRef`
 * (https://spec.openapis.org/oas/v3.2.0.html#reference-object; JSON Schema 2020-12, section 8.2.3.2), and what the `mapping` of a discriminator names by URI
 * (https://spec.openapis.org/oas/v3.2.0.html#discriminator-object). Each address is found once, wherever it stands
 * first, in the order of the document.
 */
export function collectReferences(document: Json): FoundReference[] {
  const found = new Map<string, FoundReference>();
  const add = (ref: Json | undefined, step: Step, ...tokens: string[]) => {
    if (typeof ref !== "string" || ref === "" || ref.startsWith("#")) return;
    const address = ref.replace(/#.*$/s, "");
    if (!found.has(address)) found.set(address, { ref, pointer: appendPointer(pointerTo(step), ...tokens) });
  };

  const seen = new Set<Json>();
  const open: Step[] = [{ value: document, token: "", parent: undefined }];
  while (open.length > 0) {
    const step = open.pop()!;
    const { value } = step;
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    if (isObject(value)) {
      for (const keyword of ["$ref", "$dynamicRef"]) add(member(value, keyword), step, keyword);
      const mapping = member(value, "mapping");
      if (step.token === "discriminator" && isObject(mapping)) {
        for (const [name, target] of Object.entries(mapping)) {
          if (typeof target === "string" && isUriLike(target)) add(target, step, "mapping", name);
        }
      }
    }
    const children = Object.entries(value).map(([token, child]): Step => ({ value: child, token, parent: step }));
    open.push(...children.reverse());
  }
  return [...found.values()];
}

/** A mapping may name a schema or give a URI, and nothing tells which but its form. */
function isUriLike(target: string): boolean {
  return /[#/]|\.(?:json|ya?ml)$/i.test(target);
}

function pointerTo(step: Step): string {
  const tokens: string[] = [];
  for (let at = step; at.parent; at = at.parent) tokens.push(at.token);
  return appendPointer("", ...tokens.reverse());
}
