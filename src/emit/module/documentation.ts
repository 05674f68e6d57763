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

/** Summary and description; the latter alone where the former says nothing more. */
function paragraphs({ summary = "", description = "", operationId }: Operation): string[] {
  const title = summary.trim();
  const text = description.trim();
  const isRepeated = text !== "" && (title === operationId?.trim() || beginsWith(text, title.replace(/\.+$/, "")));
  return (isRepeated ? [text] : [title, text]).filter((paragraph) => paragraph !== "");
}

/** True where a text begins with the words of another: `Get users` does not with `Get user`. */
function beginsWith(text: string, words: string): boolean {
  return text.startsWith(words) && !/^[\p{L}\p{N}]/u.test(text.slice(words.length, words.length + 2));
}
