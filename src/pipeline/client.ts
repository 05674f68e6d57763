import { dirname, resolve } from "node:path";
import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { namesIn, shownPath } from "../files/index.js";
import { clientImport, type Project } from "../project/index.js";
import type { GenerateRequest } from "./generate.js";

/** The client that the bound objects import. */
export interface BoundClient {
  module: string;
  exportName: string;
}

/** What the app's client is looked for by. */
interface ClientInput {
  request: Pick<GenerateRequest, "client" | "output">;
  project: Project;
  language: "ts" | "js";
}

/**
 * The client module that the bound objects import, as the files of the output folder write it, or null for none; and a
 * note where the one that the project or the config has cannot be imported.
 */
export async function clientOf(input: ClientInput): Promise<{ client: BoundClient | null; notes: Diagnostic[] }> {
  const { client } = input.request;
  if (client === false) return { client: null, notes: [] };
  if (client) {
    const notes = (await isThere(client.module, input.request.output)) ? [] : [missing(client.module, input)];
    return { client: { module: client.module, exportName: client.export }, notes };
  }
  const { project, request } = input;
  const problem = problemOf(input);
  if (problem !== undefined) return { client: null, notes: [problem] };
  if (!project.client) return { client: null, notes: [] };
  const module = clientImport(project.client, project.root, request.output);
  return { client: { module, exportName: project.client.export }, notes: [] };
}

/** Why the client that the project has is of no use. */
function problemOf({ project, language }: ClientInput): Diagnostic | undefined {
  const { client, clientFile } = project;
  if (clientFile === undefined) return undefined;
  const file = shownPath(clientFile);
  if (!client) return unusable(file, `${file} has no export \`base44\`.`);
  if (language === "ts" && !/\.tsx?$/.test(clientFile)) return unusable(file, `${file} is JavaScript, without types.`);
  return undefined;
}

function unusable(file: string, what: string): Diagnostic {
  return diagnostic("B44-617", { message: `${what} The index has no objects bound to it.`, location: { file } });
}

function missing(module: string, { request }: ClientInput): Diagnostic {
  const path = shownPath(resolve(request.output, module));
  return diagnostic("B44-617", {
    message: `The config's client is not there: ${path}. The index imports it all the same.`,
    help: "Correct the client in the config: a relative one is relative to the config.",
  });
}

/** False for a relative module of which there is no file. `folder`: of what imports it. */
async function isThere(module: string, folder: string): Promise<boolean> {
  if (!/^\.\.?\//.test(module)) return true;
  const target = resolve(folder, module);
  const names = await namesIn(dirname(target));
  const name = target.slice(dirname(target).length + 1);
  const stem = name.replace(/\.[cm]?[jt]sx?$/, "");
  if (names.has(name) && name !== stem) return true;
  const isModule = (one: string) => /^(?:\.d)?\.[cm]?[jt]sx?$/.test(one.slice(stem.length));
  if ([...names].some((one) => one.startsWith(`${stem}.`) && isModule(one))) return true;
  return [...(await namesIn(target))].some((one) => /^index\.[cm]?[jt]sx?$/.test(one));
}
