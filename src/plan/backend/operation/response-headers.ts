import type { Operation, Response, ResponseHeader } from "../../../ir/index.js";
import { isHandedOn } from "../../../runtime/functions/b44-response-headers.js";

/**
 * Adds the headers of results to the responses of an operation: those that the spec declares and those that the config
 * names. Omits headers that the function sets itself, and the coding of content, which `fetch` removes (except for
 * HEAD, which has no content).
 *
 * @param named the names from the config
 */
export function withResponseHeaders(
  { method }: Operation,
  responses: Response[],
  named: readonly string[],
): Response[] {
  const extra = named.map((name) => ({ name: name.toLowerCase(), description: undefined }));
  const isOfResults = ({ name }: ResponseHeader) =>
    isHandedOn(name) && (name !== "content-encoding" || method === "head");
  return responses.map((response) => {
    const declared = response.headers.filter(({ name }) => extra.every((item) => item.name !== name));
    return { ...response, headers: [...declared, ...extra].filter(isOfResults) };
  });
}
