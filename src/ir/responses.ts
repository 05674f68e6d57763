import type { Response } from "./model.js";

/** Returns the responses of a successful call: those with a status of success, or `default` if there are none. */
export function successResponses(responses: readonly Response[]): Response[] {
  const declared = responses.filter(isSuccess);
  return declared.length > 0 ? declared : responses.filter(({ status }) => status === "default");
}

/** True for a response that has a status of success. */
export function isSuccess({ status }: Response): boolean {
  return typeof status === "number" ? status >= 200 && status < 300 : status === "2XX";
}
