import type { SpecFamily } from "../model.js";
import type { Origins } from "../origins.js";
import type { References } from "../references/index.js";
import type { Components } from "./components/index.js";
import type { Edits } from "./edits.js";
import type { Trail } from "./trail.js";
import type { Unresolved } from "./unresolved/index.js";

/** The context that the parts of a walk through a spec share. */
export interface Walk {
  family: SpecFamily;
  /** The URI of the root document. */
  root: string;
  references: References;
  components: Components;
  unresolved: Unresolved;
  edits: Edits;
  origins: Origins;
  trail: Trail | undefined;
}
