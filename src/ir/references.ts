import { pointerTokens } from "../spec/json.js";

/** The JSON pointer of a `$ref` inside the bundled document. */
export function refPointer(ref: string): string {
  const fragment = ref.startsWith("#") ? ref.slice(1) : ref;
  if (!fragment.includes("%")) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The key of the named schema that a `$ref` of the intermediate representation names. */
export function referencedKey(ref: string): string {
  return pointerTokens(refPointer(ref)).at(-1) ?? "";
}
