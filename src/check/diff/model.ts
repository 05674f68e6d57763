import type { SourceRef } from "../../ir/index.js";

/**
 * What a change of a spec means for an app that calls the API: `breaking`, code that was right is no longer; `risky`,
 * it may meet something that it does not expect; `safe`, nothing that was right becomes wrong.
 */
export type ChangeLevel = "breaking" | "risky" | "safe";

/** One step from a value to a part of it: a property by its name, an item of an array, a value under any other key. */
export type Step = { property: string } | { each: "item" } | { each: "value" };

/** Where in an operation something changed. */
export type ChangePlace =
  /** The operation itself: it is gone, deprecated, has another name. */
  | { part: "operation" }
  | { part: "parameter"; in: "path" | "query" | "header" | "cookie" | "querystring"; name: string; path: Step[] }
  | { part: "payload"; mediaType: string | undefined; path: Step[] }
  | { part: "response"; status: number | string; mediaType: string | undefined; path: Step[] }
  | { part: "responseHeader"; status: number | string; name: string }
  | { part: "security" }
  | { part: "server" };

/** One change of a selected operation between two versions of a spec. */
export interface Change {
  /** What kind of change, in kebab case and stable: `response-property-removed`. */
  kind: string;
  level: ChangeLevel;
  /** `method:path` as before; of an operation that is new, as after. */
  operation: string;
  /** The name of the generated function as before (as after where the operation is new). */
  name: string;
  place: ChangePlace;
  /** One sentence that names the place and both sides. */
  message: string;
  /**
   * Where it stands in the version before, and in the one after; in a version that does not have it, what would hold it,
   * undefined for an operation.
   */
  before: SourceRef | undefined;
  after: SourceRef | undefined;
  /** The version that does not have it, where only one has. */
  missingIn?: "before" | "after";
}
