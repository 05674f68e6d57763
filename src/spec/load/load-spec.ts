import type { LoadedSpec } from "../model.js";
import { specFamily } from "./family.js";
import { failRedirect } from "./fetch-url.js";
import { isPrivateHost } from "./private-host.js";
import { type ReadOptions, readDocument } from "./read-document.js";
import { sourceOf } from "./source.js";

export interface LoadOptions extends ReadOptions {
  /** The folder that a relative path starts from. */
  cwd: string;
}

/**
 * The load stage: reads and parses the root document of a spec, and tells the family of its version. `input` is a
 * path, a `file:` or http(s) URL, or `-` for standard input. Whatever else is wrong with the document is left to
 * later stages: real specs are sloppy.
 * @throws DiagnosticError B44-101 to B44-107 and B44-111; never anything else.
 */
export async function loadSpec(input: string, options: LoadOptions): Promise<LoadedSpec> {
  const source = sourceOf(input, options.cwd);
  const checkRedirect = (from: URL, to: URL) => {
    if (isPrivateHost(to.hostname) && !isPrivateHost(from.hostname)) {
      failRedirect(source.display, to, "from a public host to a private address");
    }
  };
  const { document, diagnostics } = await readDocument(source, { ...options, checkRedirect });
  return { document, ...specFamily(document), diagnostics };
}
