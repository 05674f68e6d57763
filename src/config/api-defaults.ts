import type { ApiConfig } from "./model/index.js";

/**
 * The entry of a config for an API that says no more than it must: all operations of some spec, and what holds without
 * a word.
 */
export async function apiDefaults(): Promise<ApiConfig> {
  const { api } = await import("./schema/api.js");
  return api.parse({ spec: "openapi.yaml", operations: "all" });
}
