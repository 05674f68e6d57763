import { fail } from "../../diagnostics/index.js";
import { arrayMember, isObject, type Json } from "../json.js";
import type { LoadedSpec } from "../model.js";
import type { References } from "../references/index.js";
import type { OperationEntry } from "../select/index.js";
import { componentSection } from "./object-kinds.js";
import type { Reach } from "./reach.js";

/**
 * Takes in the security schemes that the operations name, their own or the document's (OpenAPI 3.2.0, section 4.30). An
 * operation names them as the root document does, wherever it stands itself.
 */
export function reachSecuritySchemes(
  reach: Reach,
  spec: LoadedSpec,
  entries: readonly OperationEntry[],
  references: References,
): void {
  checkRequirements(spec, entries);
  const own = entries.flatMap(({ operation }) => (Array.isArray(operation.security) ? operation.security : []));
  const ofAll = entries.every(({ operation }) => Array.isArray(operation.security));
  const requirements = ofAll ? own : [...arrayMember(spec.root, "security"), ...own];
  const section = componentSection("securityScheme", spec.family === "2.0");
  const named = requirements.flatMap((item) => (isObject(item) ? Object.keys(item) : []));
  for (const name of new Set(saysNothing(spec, entries) ? declaredSchemes(spec, section) : named)) {
    const resolution = references.fromRoot(...section, name);
    if (resolution.kind === "target") reach.components.reach("securityScheme", resolution.target);
  }
}

/** True where nothing says which operations need the schemes: then all of them may. */
function saysNothing({ root }: LoadedSpec, entries: readonly OperationEntry[]): boolean {
  return !Array.isArray(root.security) && !entries.some(({ operation }) => Array.isArray(operation.security));
}

function declaredSchemes({ root }: LoadedSpec, section: readonly string[]): string[] {
  const holder = section.reduce<Json | undefined>((value, key) => (isObject(value) ? value[key] : undefined), root);
  return isObject(holder) ? Object.keys(holder) : [];
}

/** How many security requirements operations may have together, those of the document counted for each. */
const MOST_REQUIREMENTS = 500_000;

/** Throws B44-111 for more: each operation is made into code of its own. */
function checkRequirements(spec: LoadedSpec, entries: readonly OperationEntry[]): void {
  const ofRoot = arrayMember(spec.root, "security").length;
  const counts = entries.map(({ operation: { security } }) => (Array.isArray(security) ? security.length : ofRoot));
  if (counts.reduce((sum, count) => sum + count, 0) <= MOST_REQUIREMENTS) return;
  fail("B44-111", {
    message: `The operations have more than ${MOST_REQUIREMENTS.toLocaleString("en-US")} security requirements together.`,
    location: { file: spec.document.display, pointer: "/security" },
  });
}
