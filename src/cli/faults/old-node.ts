import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";

/**
 * Returns B44-506 if this version of Node is too old; undefined otherwise. Package managers only warn about `engines`,
 * so b44-gen checks it itself.
 */
export function oldNode(): Diagnostic | undefined {
  if ((process as Partial<NodeJS.Process>).getBuiltinModule) return undefined;
  return diagnostic("B44-506", {
    message: `b44-gen needs Node 20.19 or later, or 22.12 or later; this is ${process.version}.`,
    help: "Install a newer version of Node.",
  });
}
