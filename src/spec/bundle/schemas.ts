import type { LoadedSpec } from "../model.js";
import type { References } from "../references/index.js";
import { componentSection } from "./object-kinds.js";
import type { Reach } from "./reach.js";

/** Takes in every schema that the root document names (OpenAPI 3.1, section 4.8.7; `definitions` in Swagger 2.0). */
export function reachSchemas(reach: Reach, spec: LoadedSpec, references: References): void {
  const section = componentSection("schema", spec.family);
  for (const name of references.keysFromRoot(...section)) {
    const resolution = references.fromRoot(...section, name);
    if (resolution.kind === "target") reach.components.reach("schema", resolution.target);
  }
}
