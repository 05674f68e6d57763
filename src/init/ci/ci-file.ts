import { join } from "node:path";
import githubTemplate from "../../../templates/init/github.hbs";
import gitlabTemplate from "../../../templates/init/gitlab.hbs";
import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { contentHash, findRepository, namesIn, pathFrom, readText, shownPath } from "../../files/index.js";
import { readPackageFile } from "../installed.js";
import type { CiProvider, InitFile } from "../model.js";
import { commandsOf } from "./commands.js";
import { detectPackageManager, type Installation } from "./package-manager.js";

/** A CI file, and what there is to say of it. */
interface CiFile {
  file: InitFile;
  diagnostics: Diagnostic[];
}

/** Where the file of a name stands, from the repository's root. */
const PATHS: Record<CiProvider, (name: string) => string> = {
  github: (name) => `.github/workflows/${name}.yml`,
  gitlab: (name) => `.gitlab-ci.${name}.yml`,
};

/**
 * What an app's file, jobs and branches are called by, which several apps of a repository must not share: after its
 * folder. `other` is the name where another app has that one already, as `apps/a-b` may have that of `apps/a/b`.
 */
function namesOf(app: string): { name: string; other: string } {
  const folder = app.replace(/[^\p{L}\p{N}_]+/gu, "-").replace(/^-|-$/g, "");
  const name = folder === "" ? "b44-gen" : `b44-gen-${folder}`;
  return { name, other: `${name}-${contentHash(app).slice(0, 6)}` };
}

/** The line of a CI file that says which app it is of; undefined for an app at the repository's root. */
function appLine(text: string): string | undefined {
  return /^ *(?:working-directory|B44_GEN_FOLDER): .*/m.exec(text)?.[0];
}

/**
 * The CI file of the project in `folder` (absolute), at the root of its repository. One that is there already is kept,
 * with a B44-852 (unless it is the same); B44-853, B44-854 and B44-855 say what the project lacks for it.
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

/** What a CI file depends on. Folders are from the repository's root, `.` for that itself. */
interface CiProject {
  app: string;
  /** What the file, its jobs and its branches are called by: after the app's folder where it is left out. */
  name?: string;
  install: string;
  installation: Installation;
  /** A file that says which Node the project uses, from the repository's root. */
  nodeVersionFile: string | undefined;
}

/** The text of a CI file. */
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

/** The file that the cache of npm's packages goes by, from the repository's root. */
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

/** What the project lacks for its CI file. */
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
