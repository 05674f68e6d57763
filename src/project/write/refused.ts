import { type Diagnostic, DiagnosticError, diagnostic } from "../../diagnostics/index.js";
import { errorCode, shownPath, systemFault } from "../../files/index.js";

/**
 * Returns the diagnostic (B44-604) for an error of the operating system; undefined for any other error, which is a bug
 * that the caller has to throw again. `path` is the file that the error is about, relative to `folder`; `outcome` is
 * the last sentence of the message, by default that nothing was changed.
 */
export function refusal(
  error: unknown,
  place: { folder: string; path: string; outcome?: string },
): Diagnostic | undefined {
  const code = errorCode(error);
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) return undefined;
  const file = shownPath(place.folder, place.path);
  return diagnostic("B44-604", {
    message: `${file} cannot be written: ${systemFault(error)}. ${place.outcome ?? "Nothing was changed."}`,
    location: { file },
  });
}

/** Throws the {@link refusal} for an error, or the error itself if it has none. */
export function throwRefusal(error: unknown, place: { folder: string; path: string; outcome?: string }): never {
  const refused = refusal(error, place);
  throw refused ? new DiagnosticError(refused) : error;
}
