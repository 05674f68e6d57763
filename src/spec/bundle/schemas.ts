import { isObject } from "../../json/index.js";
import type { LoadedSpec } from "../model.js";
import type { References } from "../references/index.js";
import { componentSection } from "./object-kinds.js";
import type { Reach } from "./reach.js";

/** Takes in every schema that the root document names (OpenAPI 3.1, section 4.8.7; `definitions` in Swagger 2.0). */
export function reachSchemas(reach: Reach, spec: LoadedSpec, references: References): void {
  const section = componentSection("schema", spec.family === "2.0");
  const holder = references.fromRoot(...section);
  if (holder.kind !== "target" || !isObject(holder.target.value)) return;
  for (const name of Object.keys(holder.target.value)) {
    const resolution = references.fromRoot(...section, name);
    if (resolution.kind === "target") reach.components.reach("schema", resolution.target);
  }
}
