import type { Diagnostic } from "../../diagnostics/index.js";
import { contentHash } from "../../files/index.js";
import type { SourceDocument } from "../model.js";
import { fetchUrl, type Validators } from "./fetch/fetch-url.js";
import { Network, type Resolver } from "./fetch/network.js";
import type { Budget } from "./limits/budget.js";
import { collectBytes, defaultMaxBytes, defaultTimeoutMs, failTooManyBytes } from "./limits/bytes.js";
import { otherCase } from "./other-case.js";
import { decodeText } from "./parse/decode.js";
import { parseDocument } from "./parse/parse.js";
import { readFileBytes } from "./read-file.js";
import { bareUrl, type Source } from "./source.js";

/** The sources and limits for reading documents. */
export interface ReadOptions {
  /** Reads standard input; by default, that of this process. */
  stdin?: (() => Promise<Uint8Array>) | undefined;
  fetch?: typeof fetch | undefined;
  /** Looks up hosts; by default, like this machine. */
  resolver?: Resolver | undefined;
  /** 64 MiB by default. */
  maxBytes?: number | undefined;
  /** The limit for a whole download; 30 seconds by default. */
  timeoutMs?: number | undefined;
}

/** Options for reading one document. */
interface DocumentOptions extends ReadOptions {
  /** Throws if a redirect must not be followed. */
  checkRedirect: (from: URL, to: URL) => void;
  /** The network, which decides which addresses may be connected to; by default, a network of the document's own. */
  network?: Network | undefined;
  /** The limits that this document shares with others. */
  budget?: Budget | undefined;
}

interface RawDocument {
  bytes: Uint8Array;
  uri: string;
  contentType?: string | undefined;
  validators?: Validators;
}

/**
 * Reads and parses one document. For a URL, the `uri` of the result is the address after all redirects.
 * @throws DiagnosticError B44-101 to B44-106 and B44-111, and what `checkRedirect` throws.
 */
export async function readDocument(
  source: Source,
  options: DocumentOptions,
): Promise<{ document: SourceDocument; diagnostics: Diagnostic[] }> {
  const { display } = source;
  const { bytes, uri, contentType, validators } = await readBytes(source, options);
  const { text: decoded, diagnostics, ...form } = decodeText(bytes, display);
  const parsed = await parseDocument(decoded, { display, contentType, ...form });
  const { text, isByteString = false, value, format, aliased, cuts } = parsed;
  const document: SourceDocument = {
    uri,
    display,
    text,
    isByteString,
    format,
    value,
    cuts,
    hash: contentHash(bytes),
    ...(validators ? { validators } : {}),
  };
  options.budget?.takeAliased(aliased, document);
  const named = source.kind === "file" ? await otherCase(source.path, display) : [];
  return { document, diagnostics: [...named, ...diagnostics, ...parsed.diagnostics] };
}

async function readBytes(source: Source, options: DocumentOptions): Promise<RawDocument> {
  const { display, uri } = source;
  const { maxBytes = defaultMaxBytes, budget } = options;
  if (source.kind === "file") return { bytes: await readFileBytes(source.path, { display, maxBytes, budget }), uri };
  if (source.kind === "stdin") return { bytes: await readStdin(options, display, maxBytes), uri };
  const { fetch, checkRedirect, resolver, network = new Network({ resolver }), timeoutMs = defaultTimeoutMs } = options;
  const request = { display, maxBytes, timeoutMs, fetch, network, checkRedirect, budget };
  const { bytes, url, contentType, validators } = await fetchUrl(source.url, request);
  return { bytes, uri: bareUrl(url).href, contentType, validators };
}

async function readStdin(options: ReadOptions, display: string, maxBytes: number): Promise<Uint8Array> {
  if (!options.stdin) return collectBytes(process.stdin, { display, maxBytes });
  const bytes = await options.stdin();
  if (bytes.byteLength > maxBytes) failTooManyBytes(display, maxBytes);
  return bytes;
}
