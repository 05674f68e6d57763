import type { LoadedSpec } from "../model.js";
import { specFamily } from "./family.js";
import { failRedirect, fetchUrl, type KnownVersion } from "./fetch/fetch-url.js";
import { Network, rememberNetwork } from "./fetch/network.js";
import { isPrivateHost } from "./fetch/private-host.js";
import { defaultMaxBytes, defaultTimeoutMs } from "./limits/bytes.js";
import { withMeantVersion } from "./meant-version.js";
import { type ReadOptions, readDocument } from "./read-document.js";
import { sourceOf } from "./source.js";

/** Options for reading the root document. */
interface LoadOptions extends ReadOptions {
  /** The folder that a relative path starts from. */
  cwd: string;
}

/**
 * Reads and parses the root document of a spec, and determines the family of its version: the load stage. `input` is a
 * path, a `file:` or http(s) URL, or `-` for standard input. Other faults of the document are left to later stages:
 * real specs are sloppy.
 * @throws DiagnosticError B44-101 to B44-107 and B44-111; never anything else.
 */
export async function loadSpec(input: string, options: LoadOptions): Promise<LoadedSpec> {
  const source = sourceOf(input, options.cwd);
  const network = new Network({ resolver: options.resolver });
  const checkRedirect = publicOnly(source.display);
  const read = await readDocument(source, { ...options, network, checkRedirect });
  const { document, diagnostics } = withMeantVersion(read.document);
  rememberNetwork(document, network);
  return { document, ...specFamily(document), diagnostics: [...read.diagnostics, ...diagnostics] };
}

/**
 * Asks the server whether a spec is still this version. False if it does not say so, if the spec is not a URL, or if it
 * has another address than the version.
 * @throws DiagnosticError B44-101 and B44-102, like {@link loadSpec}.
 */
export async function isSpecUnchanged(
  input: string,
  { url, ...validators }: KnownVersion,
  options: LoadOptions,
): Promise<boolean> {
  const source = sourceOf(input, options.cwd);
  if (source.kind !== "url" || Object.keys(validators).length === 0) return false;
  const { display } = source;
  const { fetch, resolver, maxBytes = defaultMaxBytes, timeoutMs = defaultTimeoutMs } = options;
  const [network, checkRedirect] = [new Network({ resolver }), publicOnly(display)];
  const request = { display, maxBytes, timeoutMs, fetch, network, checkRedirect, ifChanged: { url, ...validators } };
  return (await fetchUrl(source.url, request)) === undefined;
}

function publicOnly(display: string): (from: URL, to: URL) => void {
  return (from, to) => {
    if (isPrivateHost(to.hostname) && !isPrivateHost(from.hostname)) {
      failRedirect(display, to, "from a public host to a private address");
    }
  };
}
