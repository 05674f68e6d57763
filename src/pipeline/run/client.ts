import { basename, dirname, extname, resolve } from "node:path";
import { locateSettings } from "../../config/index.js";
import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { namesIn, pathFrom, shownPath, statIfThere } from "../../files/index.js";
import { clientImport, type Project } from "../../project/index.js";
import { configRoot } from "./config-root.js";
import type { GenerateRequest } from "./generate-request.js";

/** The client that the bound objects import. */
interface BoundClient {
  module: string;
  exportName: string;
}

/** The input for finding the app's client. */
interface ClientInput {
  request: Pick<GenerateRequest, "client" | "output" | "folder" | "config">;
  project: Project;
  language: "ts" | "js";
}

/**
 * Finds the client module that the bound objects import, with the specifier for files in the output folder; null for
 * none. If the client of the project or the config cannot be imported, a note says so.
 */
export async function clientOf(input: ClientInput): Promise<{ client: BoundClient | null; notes: Diagnostic[] }> {
  const { client } = input.request;
  if (client === false) return { client: null, notes: [] };
  if (client) {
    const located = (note: Diagnostic) => locateSettings([note], configRoot(input.request));
    if (isIndex(client.module, input)) return { client: null, notes: located(ofItself(client.module, input)) };
    const isFound = await isThere(client.module, input.request.output);
    const notes = isFound ? [] : located(missing(client.module, input));
    return { client: { module: client.module, exportName: client.export }, notes };
  }
  const { project, request } = input;
  const problem = problemOf(input);
  if (problem !== undefined) return { client: null, notes: [problem] };
  if (!project.client) return { client: null, notes: [] };
  const module = clientImport(project.client, project.root, request.output);
  return { client: { module, exportName: project.client.export }, notes: [] };
}

/** Returns the reason why the project's client cannot be used, as a diagnostic. */
function problemOf({ project, language }: ClientInput): Diagnostic | undefined {
  const { client, clientFile } = project;
  if (clientFile === undefined) return undefined;
  const file = shownPath(clientFile);
  if (!client) return unusable(file, `${file} does not export \`base44\`.`);
  if (language === "ts" && !/\.tsx?$/.test(clientFile))
    return unusable(file, `${file} is JavaScript, so its client has no types.`);
  return undefined;
}

function unusable(file: string, what: string): Diagnostic {
  return diagnostic("B44-617", {
    message: `${what} The generated index exports no bound objects.`,
    location: { file },
  });
}

/** Whether a relative module is the index that would import it. */
function isIndex(module: string, { request: { output } }: ClientInput): boolean {
  if (!isRelative(module)) return false;
  const target = resolve(output, module);
  return target === resolve(output) || /^index(?:\.[cm]?[jt]sx?)?$/.test(pathFrom(output, target));
}

function ofItself(module: string, { request }: ClientInput): Diagnostic {
  const path = shownPath(resolve(request.output, module));
  return diagnostic("B44-617", {
    message: `\`client\` in the config names the generated index itself: ${path}. The index exports no bound objects.`,
    setting: ["client"],
    help: "Correct `client` in the config; a relative path is relative to the config.",
  });
}

function missing(module: string, { request }: ClientInput): Diagnostic {
  const path = shownPath(resolve(request.output, module));
  return diagnostic("B44-617", {
    message: `\`client\` in the config names a module that does not exist: ${path}. The generated index imports it anyway.`,
    setting: ["client"],
    help: "Correct `client` in the config; a relative path is relative to the config.",
  });
}

/** Whether a module specifier is relative to the file that imports it, or to the config. */
export function isRelative(module: string): boolean {
  return /^\.\.?(?:\/|$)/.test(module);
}

/**
 * Whether a module exists. False only for a relative one without a file of any kind. `folder` is that of the importing
 * file.
 */
async function isThere(module: string, folder: string): Promise<boolean> {
  if (!isRelative(module)) return true;
  const target = resolve(folder, module);
  const name = basename(target);
  const names = await namesIn(dirname(target));
  if (extname(name) !== "" && names.has(name) && statIfThere(target)?.isFile()) return true;
  const stem = name.replace(/\.[cm]?[jt]sx?$/, "");
  const isModule = (one: string) =>
    one.startsWith(`${stem}.`) && /^(?:\.d)?\.[cm]?[jt]sx?$/.test(one.slice(stem.length));
  if ([...names].some(isModule)) return true;
  return [...(await namesIn(target))].some((one) => /^index\.[cm]?[jt]sx?$/.test(one));
}
