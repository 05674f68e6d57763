import type { ApiConfig } from "./model/index.js";

/** Returns an API's entry with only the required keys: all operations of some spec, and the defaults. */
export async function apiDefaults(): Promise<ApiConfig> {
  const { api } = await import("./schema/api.js");
  return api.parse({ spec: "openapi.yaml", operations: "all" });
}
