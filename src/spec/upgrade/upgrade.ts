import type { BundledSpec, UpgradedSpec } from "../model.js";
import { UpgradeContext } from "./context.js";
import { upgradeRoot } from "./openapi-object.js";

/**
 * Brings a bundled document, Swagger 2.0 to OpenAPI 3.2, into the terms of OpenAPI 3.1: schemas in JSON Schema 2020-12, parameters
 * with `schema` or `content`, request bodies, `components`. A document of 3.1 or 3.2 keeps its version.
 *
 * The source is not changed: what needs no change is the same object in the result, and what is new has the origin of what it was
 * made from. Never throws; what is not understood stays. `diagnostics` are this stage's own.
 */
export function upgrade(spec: BundledSpec): UpgradedSpec {
  const context = new UpgradeContext(spec);
  const root = upgradeRoot(context);
  const { family, origins, dropped, diagnostics } = context;
  return { root, family, origins, dropped, diagnostics };
}
