import { type Diagnostic, fail } from "../../diagnostics/index.js";
import type { Api } from "../../ir/index.js";
import { type Plan, planIntegration } from "../../plan/index.js";
import { EXTENSION_SECTIONS } from "../../spec/bundle/index.js";
import { OBJECT_MAPS } from "../../spec/component-sections.js";
import { SCHEMA_MAPS } from "../../spec/schema-keywords.js";
import type { Progress } from "../progress.js";
import { compileApi } from "./compile-api.js";
import type { ApiSource } from "./compile-read.js";

/**
 * Exports the spec, with at most 30 operations, that an admin imports into Base44: minified, self-contained JSON in the
 * spec's own version, trimmed to the operations that a custom integration can call and what they reach. Throws as
 * `planIntegration` does, and B44-204 for more than 30 operations.
 */
export async function exportSpec(
  source: ApiSource,
  progress: Progress,
): Promise<{ text: string; diagnostics: Diagnostic[] }> {
  const compiled = await compileApi(source, progress);
  const plan = compiled.located(() => planExport(compiled.api));
  const bundled = await compiled.bundle(new Set(plan.api.operations.map((operation) => operation.id)));
  const diagnostics = [...compiled.diagnostics, ...compiled.locate(plan.diagnostics)];
  return { text: JSON.stringify(bundled.root, withoutLooseData()), diagnostics };
}

function planExport(api: Api): Plan {
  if (api.operations.length === 0) {
    const message = `There is nothing to import into Base44: ${api.spec} has no operations.`;
    const location = { file: api.spec, pointer: "/paths" };
    fail("B44-201", { message, location, setting: ["spec"], help: "Give the spec that contains the `paths`." });
  }
  return planIntegration(api, { anyNumber: false });
}

/** Members with objects whose keys are names chosen by the spec. There, `example` and `x-model` are names. */
const NAMED = new Set([
  ...[...SCHEMA_MAPS, "dependentRequired", ...OBJECT_MAPS, "mapping", "variables", "scopes"],
  ...EXTENSION_SECTIONS,
]);

/**
 * Returns a replacer for `JSON.stringify` that leaves out examples and extensions that contain a `$ref`: it is data
 * that leads nowhere in the trimmed document, and importers treat every `$ref` as a reference.
 */
function withoutLooseData(): (this: object, key: string, value: unknown) => unknown {
  const named = new WeakSet<object>();
  return function (key, value) {
    if (typeof value !== "object" || value === null) return value;
    if (named.has(this)) return value;
    if (NAMED.has(key)) named.add(value);
    else if (isData(key) && JSON.stringify(value).includes('"$ref":')) return undefined;
    return value;
  };
}

function isData(key: string): boolean {
  return key === "example" || key === "examples" || key.startsWith("x-");
}
