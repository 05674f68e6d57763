import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";

/**
 * B44-506 where Node lacks what b44-gen is built on: package managers warn of `engines` at most, and run it all the
 * same. Undefined where it has it.
 */
export function oldNode(): Diagnostic | undefined {
  if ((process as Partial<NodeJS.Process>).getBuiltinModule) return undefined;
  return diagnostic("B44-506", {
    message: `b44-gen needs Node 20.19 or later, or 22.12 or later; this is ${process.version}.`,
    help: "Install a newer version of Node.",
  });
}
