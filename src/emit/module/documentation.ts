import type { Api, Operation } from "../../ir/index.js";
import type { Reach } from "./callee.js";

/**
 * Returns the JSDoc of an operation's function: the spec's text, and which operation the function calls. Parameters are
 * documented at the properties of the arguments, where editors show the text as the user types.
 */
export function operationDoc(
  operation: Operation,
  { api, reach, throws }: { api: Api; reach: Reach; throws: boolean },
): string[] {
  const tags = [
    ...(throws ? ["@throws {ApiError} if the API returns an error status"] : []),
    ...(operation.deprecated ? ["@deprecated"] : []),
  ];
  return [
    ...paragraphs(operation).flatMap((text) => [text, ""]),
    `\`${operation.id}\` of ${reach.by === "integration" ? "the integration " : ""}\`${api.name}\`.`,
    ...(tags.length > 0 ? ["", ...tags] : []),
  ];
}

/** Returns summary and description; only the description if the summary adds nothing. */
function paragraphs({ summary = "", description = "", operationId }: Operation): string[] {
  const title = summary.trim();
  const text = description.trim();
  const isRepeated = text !== "" && (title === operationId?.trim() || beginsWith(text, title.replace(/\.+$/, "")));
  return (isRepeated ? [text] : [title, text]).filter((paragraph) => paragraph !== "");
}

/** True if a text begins with the words of another: `Get users` does not begin with `Get user`. */
function beginsWith(text: string, words: string): boolean {
  return text.startsWith(words) && !/^[\p{L}\p{N}]/u.test(text.slice(words.length, words.length + 2));
}
