import type { Operation, Response, ResponseHeader } from "../../../ir/index.js";
import { isHandedOn } from "../../../runtime/functions/b44-response-headers.js";

/**
 * The responses of an operation with the headers that results have: those that the spec declares, and those that the
 * config names. Not those that are the function's own, nor the coding of content, which `fetch` takes off.
 *
 * @param named by the config
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
