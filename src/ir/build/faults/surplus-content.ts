import { type Diagnostic, diagnostic, firstOf } from "../../../diagnostics/index.js";
import type { Response } from "../../model.js";

/** Statuses of responses that end after the headers (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5). */
const WITHOUT_CONTENT: ReadonlySet<Response["status"]> = new Set([204, 205, 304]);

/**
 * True for a response that never has content in HTTP: with one of these statuses, with an informational one (RFC 9110, section 15.2), or
 * to HEAD (section 9.3.2).
 *
 * @param method in lower case
 */
export function isWithoutContent(method: string, status: Response["status"]): boolean {
  const isInformational = status === "1XX" || (typeof status === "number" && status < 200);
  return method === "head" || isInformational || WITHOUT_CONTENT.has(status);
}

/**
 * Content that operations declare for responses that never have any. For HEAD, it is what GET would return (RFC 9110, section 9.3.2),
 * so it is not a fault.
 */
export class SurplusContent {
  readonly #operations = new Set<string>();
  readonly #answers = new Set<string>();
  #first: Response | undefined;

  /** Notes a response whose declared content is ignored. */
  add({ id, method }: { id: string; method: string }, response: Response): void {
    if (method === "head") return;
    this.#first ??= response;
    this.#operations.add(id);
    this.#answers.add(String(response.status));
  }

  /** Returns the diagnostic about all of them, if there are any (B44-332). */
  diagnostics(): Diagnostic[] {
    const operations = [...this.#operations];
    if (operations.length === 0) return [];
    const declare = operations.length > 1 ? "declare" : "declares";
    const message = `${firstOf(operations, 1)} ${declare} content for responses that never have any (${[...this.#answers].sort().join(", ")}); it is ignored.`;
    return [diagnostic("B44-332", { message, location: this.#first?.source })];
  }
}
