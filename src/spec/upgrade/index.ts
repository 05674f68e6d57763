import type { BundledSpec, UpgradedSpec } from "../model.js";
import { UpgradeContext } from "./context.js";
import { findMovedReferences } from "./moved-references.js";
import { upgradeRoot } from "./openapi-object.js";

/**
 * Brings a bundled document, Swagger 2.0 to OpenAPI 3.2, into the terms of OpenAPI 3.1: schemas in JSON Schema 2020-12,
 * parameters with `schema` or `content`, request bodies, `components`. A document of 3.1 or 3.2 keeps its version.
 *
 * The source is not changed: what needs no change is the same object in the result, and what is made anew has the
 * origin of what it was made from. Never throws; what is not understood stays as it is. `diagnostics` are this stage's
 * own.
 */
export function upgrade(spec: BundledSpec): UpgradedSpec {
  let context = new UpgradeContext(spec);
  let root = upgradeRoot(context);
  const moved = findMovedReferences(root, context);
  if (moved.references.size > 0) {
    context = new UpgradeContext(spec, moved);
    root = upgradeRoot(context);
  }
  const { dropped, diagnostics } = context;
  return { root, family: spec.family, origins: spec.origins, dropped, diagnostics };
}
