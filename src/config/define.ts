import type { UserConfig } from "./model/index.js";

/**
 * Gives a config its types in the editor; at run time it returns its argument.
 *
 * ```ts
 * export default defineConfig({
 *   apis: { "my-crm": { spec: "./specs/crm.yaml", operations: ["tag:Contacts"] } },
 * });
 * ```
 */
export function defineConfig(config: UserConfig): UserConfig {
  return config;
}
