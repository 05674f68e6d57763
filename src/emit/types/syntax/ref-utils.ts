import { escapePointerToken, pointerTokens } from "../../../json/index.js";

/** Where nearly all references lead. */
const SCHEMAS = "#/components/schemas/";

/** Stands in for Redocly's function of the same name: splits `#/a/b` into its pointer's tokens. */
export function parseRef(ref: string): { uri: string | null; pointer: string[] } {
  const schema = ref.startsWith(SCHEMAS) ? ref.slice(SCHEMAS.length) : "";
  if (schema !== "" && !/[~/]/.test(schema)) return { uri: null, pointer: ["components", "schemas", schema] };
  const hash = ref.indexOf("#/");
  if (hash < 0) return { uri: ref || null, pointer: [] };
  const pointer = pointerTokens(ref.slice(hash + 1)).filter((token) => token !== "");
  return { uri: hash === 0 ? null : ref.slice(0, hash), pointer };
}

/** Stands in for Redocly's function of the same name: escapes one token of a JSON pointer. */
export function escapePointer(token: string | number): string {
  return escapePointerToken(String(token));
}
