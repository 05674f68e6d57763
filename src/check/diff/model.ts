import type { SourceRef } from "../../ir/index.js";

/**
 * The effect of a change on an app that calls the API. `breaking`: correct code no longer works. `risky`: code may meet
 * something that it does not expect. `safe`: correct code stays correct.
 */
export type ChangeLevel = "breaking" | "risky" | "safe";

/** One step from a value to a part of it: a property by name, any item of an array, or the value of any other key. */
export type Step = { property: string } | { each: "item" } | { each: "value" };

/** Where in an operation something changed. */
export type ChangePlace =
  /** The operation itself, for example if it was removed, deprecated or renamed. */
  | { part: "operation" }
  | { part: "parameter"; in: "path" | "query" | "header" | "cookie" | "querystring"; name: string; path: Step[] }
  | { part: "payload"; mediaType: string | undefined; path: Step[] }
  | { part: "response"; status: number | string; mediaType: string | undefined; path: Step[] }
  | { part: "responseHeader"; status: number | string; name: string }
  | { part: "security" }
  | { part: "server" };

/** One change of a selected operation between two versions of a spec. */
export interface Change {
  /** The kind of change, a stable name in kebab case: `response-property-removed`. */
  kind: string;
  level: ChangeLevel;
  /** `method:path` in the old version, or in the new version for an added operation. */
  operation: string;
  /** The name of the generated function in the old version, or in the new version for an added operation. */
  name: string;
  place: ChangePlace;
  /** One sentence that names the place and both sides. */
  message: string;
  /**
   * The places in the old and the new spec. In a version that lacks the changed part, the place of its parent;
   * undefined for an operation.
   */
  before: SourceRef | undefined;
  after: SourceRef | undefined;
  /** The version that lacks the changed part, if only one has it. */
  missingIn?: "before" | "after";
}
