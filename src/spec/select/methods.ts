/** The members of a path item that hold operations (OpenAPI 3.2.0, section 4.9; `query` is 3.2's). */
export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"] as const;

const methods: ReadonlySet<string> = new Set(METHODS);

/** True for a member of a path item that holds an operation. */
export function isMethod(key: string): boolean {
  return methods.has(key);
}
