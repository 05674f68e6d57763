/** Where all references of prepared schemas lead. */
const SCHEMAS = "#/components/schemas/";

const NOWHERE = { uri: null, pointer: [] };

/**
 * Stands in for Redocly's function of the same name: splits a reference, which ends with the name of a type, into its
 * pointer's tokens. The transforms ask it for the places of what they transform too, which nobody reads.
 */
export function parseRef(ref: string): { uri: null; pointer: string[] } {
  if (!ref.startsWith(SCHEMAS)) return NOWHERE;
  return { uri: null, pointer: ["components", "schemas", ref.slice(SCHEMAS.length)] };
}

/** Stands in for Redocly's function of the same name, which the transforms make those places with. */
export function escapePointer(): string {
  return "";
}
