import { type Diagnostic, diagnostic } from "./diagnostic.js";

/** The diagnostic for a fault of b44-gen itself (B44-599), without a stack trace. */
export function unexpected(error: unknown): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  return diagnostic("B44-599", { message: `b44-gen failed: ${message}` });
}
