import type { Response } from "./model.js";

/** The responses that a call has which succeeds: where no status of success is declared, `default` stands for them. */
export function successResponses(responses: readonly Response[]): Response[] {
  const declared = responses.filter(isSuccess);
  return declared.length > 0 ? declared : responses.filter(({ status }) => status === "default");
}

/** True for a response that has a status of success. */
export function isSuccess({ status }: Response): boolean {
  return typeof status === "number" ? status >= 200 && status < 300 : status === "2XX";
}
