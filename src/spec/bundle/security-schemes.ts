import { arrayMember, isObject, type Json } from "../json.js";
import type { LoadedSpec } from "../model.js";
import type { OperationEntry } from "../select/index.js";
import { componentSection } from "./object-kinds.js";
import type { Reach } from "./reach.js";
import type { References } from "./references.js";

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
  const requirements = entries.flatMap(({ operation }) =>
    Array.isArray(operation.security) ? operation.security : arrayMember(spec.root, "security"),
  );
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
