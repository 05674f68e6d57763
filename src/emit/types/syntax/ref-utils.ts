/** The prefix of all references in prepared schemas. */
const SCHEMAS = "#/components/schemas/";

const NOWHERE = { uri: null, pointer: [] };

/**
 * Replaces Redocly's function of the same name: splits a reference, which ends with the name of a type, into the tokens
 * of its pointer. The transforms also call it for the locations of the schemas that they transform, which nobody reads.
 */
export function parseRef(ref: string): { uri: null; pointer: string[] } {
  if (!ref.startsWith(SCHEMAS)) return NOWHERE;
  return { uri: null, pointer: ["components", "schemas", ref.slice(SCHEMAS.length)] };
}

/** Replaces Redocly's function of the same name, with which the transforms make those locations. */
export function escapePointer(): string {
  return "";
}
