import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { fail } from "../../diagnostics/index.js";
import { pathFrom } from "../../files/index.js";
import { displayUrl } from "./display.js";

/** The source of a document. `uri` and `display` are those of the resulting `SourceDocument`. */
export type Source = FileSource | UrlSource | { kind: "stdin"; uri: string; display: string };

interface FileSource {
  kind: "file";
  uri: string;
  display: string;
  path: string;
}

interface UrlSource {
  kind: "url";
  uri: string;
  display: string;
  /** The URL as given, with credentials; `uri` has none. */
  url: URL;
}

/**
 * Returns the source for a user's input: a path, a `file:` or http(s) URL, or `-` for standard input.
 * @throws DiagnosticError B44-101 for a URL of another kind.
 */
export function sourceOf(input: string, cwd: string): Source {
  if (input === "-") return { kind: "stdin", uri: "stdin:", display: "<stdin>" };
  const scheme = /^([a-z][a-z\d+.-]+):\/\//i.exec(input)?.[1]?.toLowerCase();
  if (scheme === "http" || scheme === "https") return urlSource(parseUrl(input));
  if (/^file:/i.test(input)) return fileSource(filePath(input), input);
  if (scheme) {
    fail("B44-101", { message: `A spec must be a file or an http(s) URL, not "${scheme}:".` });
  }
  return fileSource(path.resolve(cwd, input), input);
}

/**
 * Returns the source of a document to which another one refers by an absolute `file:` or http(s) URI. Names files in
 * the same form as the root document (`root`): by absolute path, `file:` URL, or path from the working folder.
 * @throws DiagnosticError B44-101 for a `file:` URI on another machine.
 */
export function sourceOfUri(uri: string, { cwd, root }: { cwd: string; root: string }): Source {
  const url = new URL(uri);
  if (url.protocol !== "file:") return { ...urlSource(url), uri };
  const file = filePath(uri);
  if (/^file:/i.test(root)) return { ...fileSource(file, uri), uri };
  return { ...fileSource(file, path.isAbsolute(root) ? file : pathFrom(cwd, file)), uri };
}

/** Returns the URL without credentials and fragment. */
export function bareUrl(url: URL): URL {
  const bare = new URL(url);
  bare.username = "";
  bare.password = "";
  bare.hash = "";
  return bare;
}

function urlSource(url: URL): UrlSource {
  return { kind: "url", uri: bareUrl(url).href, display: displayUrl(url), url };
}

function fileSource(file: string, display: string): FileSource {
  return { kind: "file", uri: pathToFileURL(file).href, display, path: file };
}

function parseUrl(input: string): URL {
  if (URL.canParse(input)) return new URL(input);
  return fail("B44-101", { message: "The URL of the spec is not a valid URL." });
}

function filePath(input: string): string {
  try {
    return fileURLToPath(input);
  } catch {
    return fail("B44-101", { message: `"${input}" does not name a file on this machine.` });
  }
}
