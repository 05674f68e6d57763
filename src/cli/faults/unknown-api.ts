import { locateSettings } from "../../config/index.js";
import { DiagnosticError, diagnostic } from "../../diagnostics/index.js";
import { didYouMean } from "./unknown-command.js";

/** Throws B44-507 for an API that is not in the config at `file`, whose APIs are the `known` ones. */
export function failUnknownApi(name: string, known: readonly string[], file: string): never {
  const message = `The config has no API ${name}; it has ${known.join(", ")}.${didYouMean(name, known)}`;
  throw new DiagnosticError(
    locateSettings([diagnostic("B44-507", { message, setting: ["apis"] })], { file, path: [] }),
  );
}
