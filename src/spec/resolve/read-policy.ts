import path from "node:path";
import { fileURLToPath } from "node:url";
import { isWebAddress, pathFrom, withoutLinks } from "../../files/index.js";
import { isPrivateHost } from "../load/index.js";
import type { SourceDocument } from "../model.js";

/** What a spec may read, besides its own folder and host. */
export interface PolicyOptions {
  root: Pick<SourceDocument, "uri">;
  cwd: string;
  /** Files, and folders with all below them, that may be read besides; relative to the working folder. */
  allowFiles?: string[] | undefined;
  /** The folder of the config with the spec, if there is one, for the help of refusals. */
  configFolder?: string | undefined;
  /** Hosts (`example.com` or `example.com:8080`) that may be read besides. */
  allowHosts?: string[] | undefined;
  /** Nothing may be fetched, wherever it is. */
  offline?: boolean | undefined;
}

/** Why a document is refused (completes "…: it …"), and what to do about it. */
export interface Refusal {
  why: string;
  help?: string;
  /** The path of a file that is refused because it is outside of the allowed folders. */
  outside?: string;
}

/** The refusal of an allowed document on the network, if nothing may be fetched. */
export const OFFLINE: Refusal = { why: "is not on this machine, and this command does not use the network" };

/**
 * Decides what a spec, which may come from a stranger, can make b44-gen read: files below its own folder, with symbolic links resolved,
 * except hidden ones (`.env`), and URLs of its own origin. A spec from the network may read no files, and one from standard input nothing,
 * unless it is allowed.
 */
export class ReadPolicy {
  readonly #cwd: string;
  readonly #configFolder: string | undefined;
  readonly #offline: boolean;
  readonly #rootUrl: URL | undefined;
  readonly #allowHosts: Set<string>;
  readonly #files: Promise<{ written: string[]; real: string[] }>;

  constructor({ root, cwd, configFolder, allowFiles = [], allowHosts = [], offline = false }: PolicyOptions) {
    this.#cwd = cwd;
    this.#configFolder = configFolder;
    this.#offline = offline;
    this.#allowHosts = new Set(allowHosts.map((host) => host.toLowerCase()));
    this.#rootUrl = isWebAddress(root.uri) ? new URL(root.uri) : undefined;
    const rootFile = root.uri.startsWith("file:") ? fileURLToPath(root.uri) : undefined;
    this.#files = readable(
      rootFile,
      allowFiles.map((file) => path.resolve(cwd, file)),
    );
  }

  /** Why `url` must not be read, or undefined when it may be. */
  refuseUrl(url: URL): Refusal | undefined {
    const root = this.#rootUrl;
    if (root && url.origin === root.origin) return undefined;
    if (!this.#allowHosts.has(url.host) && !this.#allowHosts.has(url.hostname)) {
      return {
        why: root ? "is not on the spec's own origin" : "is on the network, but the spec is not",
        help: this.#allow({ option: `--allow-host ${url.host}`, setting: ["allowHost", url.host] }),
      };
    }
    if (root && isPrivateHost(url.hostname) && !isPrivateHost(root.hostname)) {
      return {
        why: "is a private address, but the spec comes from a public host",
        help: "Download the spec and the documents it refers to, and give the path of the spec instead.",
      };
    }
    return this.#offline ? OFFLINE : undefined;
  }

  /** The help for something that is not allowed. */
  #allow({ option, setting: [key, value] }: { option: string; setting: [key: string, value: string] }): string {
    return this.#configFolder === undefined
      ? `If you trust it, allow it with ${option}, or for every run with ${key} in the config.`
      : `If you trust it, add ${key}: [${JSON.stringify(value)}] to the API's config entry; ${option} allows it for one run.`;
  }

  /**
   * The path to read for `file`, with symbolic links resolved, or why it must not be read. What is outside by name alone is refused
   * before anything is looked up, so nobody learns whether it exists.
   */
  async file(file: string): Promise<string | Refusal> {
    if (this.#rootUrl) {
      return {
        why: "is a file, but the spec comes from the network",
        help: "Download the spec, and give its path instead.",
      };
    }
    const { written, real } = await this.#files;
    const inConfig = pathFrom(this.#configFolder ?? this.#cwd, file);
    const option = `--allow-file ${pathFrom(this.#cwd, file)}`;
    const help = this.#allow({ option, setting: ["allowFile", inConfig] });
    const outside = { why: "is not below the spec's own folder", help, outside: file };
    const hidden = { why: "is hidden or in a hidden folder, where files with secrets often are", help };
    const [asWritten, asReal] = [waysTo(file, written), waysTo(file, real)];
    if (asWritten.length + asReal.length === 0) return outside;
    if (![...asWritten, ...asReal].some(isOpen)) return hidden;
    const target = await withoutLinks(file).catch(() => undefined);
    if (target === undefined) return file;
    const ways = waysTo(target, real);
    if (ways.length === 0) return outside;
    return ways.some(isOpen) ? target : hidden;
  }
}

/** The files and folders that may be read: as written, and with symbolic links resolved. */
async function readable(rootFile: string | undefined, allowed: string[]) {
  const written = rootFile === undefined ? allowed : [path.dirname(rootFile), ...allowed];
  const real = await Promise.all(written.map((file) => withoutLinks(file).catch(() => undefined)));
  const realRoot = rootFile === undefined ? undefined : await withoutLinks(rootFile).catch(() => undefined);
  if (realRoot !== undefined) real.push(path.dirname(realRoot));
  return { written, real: real.filter((file) => file !== undefined) };
}

/** The relative paths to a file from all folders that it is below, or that it is itself. */
function waysTo(file: string, folders: readonly string[]): string[] {
  return folders.flatMap((folder) => wayInto(folder, file) ?? []);
}

/** The relative path from a folder to a file or folder below it, or to itself; undefined if it is elsewhere. */
export function wayInto(folder: string, file: string): string | undefined {
  const way = path.relative(folder, file);
  return way === ".." || way.startsWith(`..${path.sep}`) || path.isAbsolute(way) ? undefined : way;
}

/** False for a path with a hidden file or folder. */
function isOpen(way: string): boolean {
  return !way.split(path.sep).some((name) => name.startsWith("."));
}
