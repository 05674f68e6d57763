import { join } from "node:path";
import githubTemplate from "../../../templates/init/github.hbs";
import gitlabTemplate from "../../../templates/init/gitlab.hbs";
import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { contentHash, findRepository, namesIn, pathFrom, readText, shownPath } from "../../files/index.js";
import { readPackageFile } from "../installed.js";
import type { CiProvider, InitFile } from "../model.js";
import { commandsOf } from "./commands.js";
import { detectPackageManager, type Installation } from "./package-manager.js";

/** A CI file, and its diagnostics. */
interface CiFile {
  file: InitFile;
  diagnostics: Diagnostic[];
}

/** The path of the CI file with a name, from the repository's root. */
const PATHS: Record<CiProvider, (name: string) => string> = {
  github: (name) => `.github/workflows/${name}.yml`,
  gitlab: (name) => `.gitlab-ci.${name}.yml`,
};

/**
 * The names of an app's CI file, jobs and branches, from its folder. Apps of one repository must not share them.
 * `other` is the name to use if another app has the first one, as `apps/a-b` and `apps/a/b` may.
 */
function namesOf(app: string): { name: string; other: string } {
  const folder = app.replace(/[^\p{L}\p{N}_]+/gu, "-").replace(/^-|-$/g, "");
  const name = folder === "" ? "b44-gen" : `b44-gen-${folder}`;
  return { name, other: `${name}-${contentHash(app).slice(0, 6)}` };
}

/** The line of a CI file that contains its app's folder; undefined for an app at the repository's root. */
function appLine(text: string): string | undefined {
  return /^ *(?:working-directory|B44_GEN_FOLDER): .*/m.exec(text)?.[0];
}

/**
 * Creates the CI file of the project in `folder` (absolute), at the root of its repository. An existing file is kept,
 * with B44-852 unless it is equal. B44-853, B44-854 and B44-855 report what the project lacks for it.
 */
export async function ciFile({ provider, folder }: { provider: CiProvider; folder: string }): Promise<CiFile> {
  const repository = findRepository(folder);
  const root = repository ?? folder;
  const installation = await detectPackageManager(folder, root);
  const app = pathFrom(root, folder);
  const project = {
    app,
    install: pathFrom(root, installation.folder),
    installation,
    nodeVersionFile: await nodeVersionFile(root, folder),
  };
  const named = async (name: string) => {
    const path = join(root, PATHS[provider](name));
    return { path, text: ciText(provider, { ...project, name }), there: await readText(path) };
  };
  const { name, other } = namesOf(app);
  const usual = await named(name);
  const theirs = usual.there === undefined ? undefined : appLine(usual.there);
  const isOthers = theirs !== undefined && theirs !== appLine(usual.text);
  const { path, text, there } = isOthers ? await named(other) : usual;
  const shown = shownPath(path);
  const diagnostics: Diagnostic[] = [];
  if (there !== undefined && there !== text) {
    const message = `${shown} already exists. It was not overwritten.`;
    diagnostics.push(diagnostic("B44-852", { message, location: { file: shown } }));
  }
  diagnostics.push(...(await lacks({ folder, installation, repository, shown })));
  return { file: { path, text, action: there === undefined ? "create" : "kept" }, diagnostics };
}

/** The facts that a CI file depends on. Folders are relative to the repository's root, `.` for the root itself. */
interface CiProject {
  app: string;
  /** The name of the file, its jobs and its branches. The default is from the app's folder. */
  name?: string;
  install: string;
  installation: Installation;
  /** The file with the project's Node version, from the repository's root. */
  nodeVersionFile: string | undefined;
}

/** Writes the text of a CI file. */
export function ciText(
  provider: CiProvider,
  { app, name = namesOf(app).name, install, installation, nodeVersionFile }: CiProject,
): string {
  const commands = commandsOf(installation);
  const model = {
    name,
    path: PATHS[provider](name),
    jobs: { both: `.${name}`, check: `${name}:check`, update: `${name}:update` },
    appFolder: app,
    isInFolder: app !== ".",
    installFolder: install === app ? null : install,
    install: installation.lockfile === undefined ? commands.installAnew : commands.install,
    run: commands.runInCi,
    nodeVersionFile: nodeVersionFile ?? null,
    cacheLockfile: cacheLockfile(install, installation),
  };
  return provider === "github" ? githubTemplate(model) : gitlabTemplate(model);
}

/** The lockfile by which the cache of npm packages is keyed, from the repository's root. */
function cacheLockfile(install: string, { manager, lockfile }: Installation): string | null {
  if (manager !== "npm" || lockfile === undefined) return null;
  return install === "." ? lockfile : `${install}/${lockfile}`;
}

async function nodeVersionFile(root: string, folder: string): Promise<string | undefined> {
  for (const place of [folder, root]) {
    const names = await namesIn(place);
    const name = [".nvmrc", ".node-version"].find((one) => names.has(one));
    if (name) return pathFrom(root, join(place, name));
  }
  return undefined;
}

/** Reports what the project lacks for its CI file. */
async function lacks({
  folder,
  installation,
  repository,
  shown,
}: {
  folder: string;
  installation: Installation;
  repository: string | undefined;
  shown: string;
}): Promise<Diagnostic[]> {
  const { manager, lockfile } = installation;
  const found: Diagnostic[] = [];
  if (repository === undefined) {
    found.push(
      diagnostic("B44-855", {
        message: `No repository was found, so ${shown} is written for the project's own folder.`,
      }),
    );
  }
  if (lockfile === undefined) {
    found.push(
      diagnostic("B44-853", { message: `The project has no lockfile, so ${shown} installs with ${manager}.` }),
    );
  }
  const named = [await readPackageFile(folder), await readPackageFile(installation.folder)];
  if (!named.some(({ dependsOnB44Gen }) => dependsOnB44Gen)) {
    const message = "The project's package.json does not list b44-gen, but CI needs it there.";
    found.push(
      diagnostic("B44-854", { message, help: `Run \`${commandsOf(installation).add}\`, and commit the lockfile.` }),
    );
  }
  return found;
}
