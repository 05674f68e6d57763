import type { Api, Operation } from "../../ir/index.js";
import type { Reach } from "./callee.js";

/**
 * The JSDoc of an operation's function: what the spec says, and which operation it calls. What is said of parameters
 * stands at the properties of its arguments, where editors show it to who writes them.
 */
export function operationDoc(
  operation: Operation,
  { api, reach, throws }: { api: Api; reach: Reach; throws: boolean },
): string[] {
  const { summary, description } = operation;
  const tags = [
    ...(throws ? ["@throws {ApiError} where the API answers with a failure"] : []),
    ...(operation.deprecated ? ["@deprecated"] : []),
  ];
  return [
    ...(summary?.trim() ? [summary, ""] : []),
    ...(description?.trim() && description !== summary ? [description, ""] : []),
    `\`${operation.id}\` of ${reach.by === "integration" ? "the integration " : ""}\`${api.name}\`.`,
    ...(tags.length > 0 ? ["", ...tags] : []),
  ];
}
