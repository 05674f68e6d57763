import { decodedText, unescapedPointerToken } from "../json/index.js";

/** The JSON pointer of a `$ref` inside the bundled document. */
export function refPointer(ref: string): string {
  return decodedText(ref.startsWith("#") ? ref.slice(1) : ref);
}

/** The key of the named schema that a `$ref` of the intermediate representation names. */
export function referencedKey(ref: string): string {
  const pointer = refPointer(ref);
  return unescapedPointerToken(pointer.slice(pointer.lastIndexOf("/") + 1));
}
