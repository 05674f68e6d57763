import type { BundledSpec, UpgradedSpec } from "../model.js";
import { UpgradeContext } from "./context.js";
import { upgradeRoot } from "./openapi-object.js";

/**
 * Upgrades a bundled document, from Swagger 2.0 to OpenAPI 3.2, to the terms of OpenAPI 3.1: schemas in JSON Schema 2020-12,
 * parameters with `schema` or `content`, request bodies, `components`. A document of 3.1 or 3.2 keeps its version.
 *
 * Does not change the source: objects that need no change are the same in the result, and new objects have the origin of those
 * that they were made from. Never throws; keeps what it does not understand. `diagnostics` are only those of this stage.
 */
export function upgrade(spec: BundledSpec): UpgradedSpec {
  const context = new UpgradeContext(spec);
  const root = upgradeRoot(context);
  const { family, origins, dropped, diagnostics } = context;
  return { root, family, origins, dropped, diagnostics };
}
