import { join } from "node:path";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import type { CiProvider } from "../../src/init/index.js";
import { folderOf, read, tree } from "../cli/support/folders.js";
import { gitlabOf, stepsOf, syntaxFault, type Workflow } from "./ci-support.js";
import { initIn, refusal, repositoryOf, specOf, typedApp } from "./support.js";

const GITHUB = ".github/workflows/b44-gen.yml";
const GITLAB = ".gitlab-ci.b44-gen.yml";
const CONFIG = { "b44-gen.config.mjs": 'export default { apis: { a: { spec: "./a.json", operations: "all" } } };\n' };

/** `init --ci PROVIDER` for a config that is there. */
function ciIn(folder: string, ci: CiProvider) {
  return initIn(folder, { spec: undefined, slug: undefined, ci });
}

const MANAGED = JSON.stringify({ devDependencies: { "b44-gen": "1" } });

test.each<[string, Record<string, string>, string[], string]>([
  ["npm", { "package-lock.json": "{}" }, ["npm ci --ignore-scripts"], "npx --no b44-gen"],
  [
    "pnpm",
    { "pnpm-lock.yaml": "" },
    ["corepack enable pnpm", "pnpm install --frozen-lockfile --ignore-scripts"],
    "pnpm exec b44-gen",
  ],
  [
    "Yarn 1",
    { "yarn.lock": "# yarn lockfile v1\n" },
    ["yarn install --frozen-lockfile --ignore-scripts"],
    "yarn --silent run b44-gen",
  ],
  [
    "Yarn 4",
    { "yarn.lock": "__metadata:\n  version: 8\n" },
    ["corepack enable yarn", "yarn install --immutable --mode=skip-build"],
    "yarn run b44-gen",
  ],
  [
    "Bun",
    { "bun.lock": "{}" },
    ["npm install --global bun@1", "bun install --frozen-lockfile --ignore-scripts"],
    "bun run --silent b44-gen",
  ],
])("installs with %s, in both jobs of both", async (_, lockfile, install, command) => {
  const folder = repositoryOf({ "package.json": MANAGED, ...CONFIG, ...lockfile });
  await ciIn(folder, "github");
  await ciIn(folder, "gitlab");
  const workflow = load(read(folder, GITHUB)) as Workflow;
  for (const job of ["check", "update"] as const) {
    expect(stepsOf(workflow, job).map(({ run }) => run)).toEqual(expect.arrayContaining(install));
  }
  expect(workflow.env.B44_GEN).toBe(command);
  const gitlab = gitlabOf(read(folder, GITLAB));
  expect(gitlab[".b44-gen"].before_script.slice(1)).toEqual(install);
  expect(gitlab[".b44-gen"].variables.B44_GEN).toBe(command);
});

test.each(["github", "gitlab"] as const)("the shell of %s's file is Bash without faults", async (ci) => {
  const app = typedApp(CONFIG);
  await ciIn(app, ci);
  const text = read(app, ci === "github" ? GITHUB : GITLAB);
  const scripts =
    ci === "github"
      ? (["check", "update"] as const).flatMap((job) =>
          stepsOf(load(text) as Workflow, job).flatMap(({ run }) => run ?? []),
        )
      : Object.values(gitlabOf(text)).flatMap(({ script = [], before_script = [] }) => [...before_script, ...script]);
  expect(scripts.length).toBeGreaterThan(3);
  for (const script of scripts) expect(syntaxFault(script), script).toBe("");
});

test("GitHub's jobs have only the permissions that they need, and scripts contain no expressions", async () => {
  const app = typedApp(CONFIG);
  await ciIn(app, "github");
  const workflow = load(read(app, GITHUB)) as Workflow;
  expect(workflow.permissions).toEqual({});
  expect(workflow.jobs.check.permissions).toEqual({ contents: "read" });
  expect(workflow.jobs.update.permissions).toEqual({ contents: "write", "pull-requests": "write" });
  expect(Object.keys(workflow.on).sort()).toEqual(["pull_request", "schedule", "workflow_dispatch"]);
  const steps = (["check", "update"] as const).flatMap((job) => stepsOf(workflow, job));
  for (const { run, uses, with: inputs } of steps) {
    expect(run ?? "").not.toContain("${{");
    if (uses) expect(uses).toMatch(/^actions\/(?:checkout|setup-node)@v\d+$/);
    if (uses?.startsWith("actions/checkout")) expect(inputs?.["persist-credentials"]).toBe(false);
  }
  const withToken = steps.filter(({ env }) => env && "GH_TOKEN" in env);
  expect(withToken.map(({ name }) => name)).toEqual(["Open or update the pull request"]);
  expect(stepsOf(workflow, "check").at(-1)?.run).toBe("$B44_GEN check --reporter github");
});

test("an app in a folder of a repository: commands run in its folder, installation in the lockfile's", async () => {
  const repository = typedApp({
    "apps/web's/package.json": MANAGED,
    "apps/web's/.nvmrc": "22",
    "apps/web's/b44-gen.config.mjs": CONFIG["b44-gen.config.mjs"],
  });
  const app = join(repository, "apps/web's");
  await ciIn(app, "github");
  await ciIn(app, "gitlab");
  const workflow = load(read(repository, ".github/workflows/b44-gen-apps-web-s.yml")) as Workflow;
  expect(workflow.defaults).toEqual({ run: { "working-directory": "apps/web's" } });
  const steps = stepsOf(workflow, "check");
  expect(steps.find(({ run }) => run?.startsWith("npm ci"))).toMatchObject({ "working-directory": "." });
  expect(steps[1]?.with).toEqual({
    "node-version-file": "apps/web's/.nvmrc",
    cache: "npm",
    "cache-dependency-path": "package-lock.json",
  });
  expect(gitlabOf(read(repository, ".gitlab-ci.b44-gen-apps-web-s.yml"))[".b44-gen-apps-web-s"]).toMatchObject({
    variables: { B44_GEN_FOLDER: "apps/web's", B44_GEN_INSTALL_FOLDER: "." },
    before_script: [
      'cd "$CI_PROJECT_DIR/$B44_GEN_INSTALL_FOLDER"',
      "npm ci --ignore-scripts",
      'cd "$CI_PROJECT_DIR/$B44_GEN_FOLDER"',
    ],
  });
});

test("two apps of a repository share no file, job, branch or concurrency group", async () => {
  const files = ["apps/one", "apps/two"].flatMap((app) => [
    [`${app}/package.json`, MANAGED],
    [`${app}/b44-gen.config.mjs`, CONFIG["b44-gen.config.mjs"]],
  ]);
  const repository = typedApp(Object.fromEntries(files));
  const texts = { github: [] as string[], gitlab: [] as string[] };
  for (const app of ["apps/one", "apps/two"]) {
    for (const provider of ["github", "gitlab"] as const) {
      const [file] = (await ciIn(join(repository, app), provider)).files;
      expect(file?.action).toBe("create");
      texts[provider].push(file?.text ?? "");
    }
  }
  const workflows = texts.github.map((text) => load(text) as Workflow);
  expect(workflows.map(({ name, env }) => [name, env.B44_GEN_NAME])).toEqual([
    ["b44-gen-apps-one", "b44-gen-apps-one"],
    ["b44-gen-apps-two", "b44-gen-apps-two"],
  ]);
  expect(workflows[0]?.concurrency.group).toContain("${{ github.workflow }}-");
  const jobs = texts.gitlab.flatMap((text) => Object.keys(load(text) as object));
  expect(new Set(jobs).size).toBe(6);
  expect([...texts.github, ...texts.gitlab].join()).not.toMatch(/branch="b44-gen/);
});

test.each(["github", "gitlab"] as const)(
  "two apps whose folders give one name have files of their own: %s",
  async (ci) => {
    const apps = ["apps/a-b", "apps/a/b"];
    const repository = typedApp(
      Object.fromEntries(
        apps.flatMap((app) => [
          [`${app}/package.json`, MANAGED],
          [`${app}/b44-gen.config.mjs`, CONFIG["b44-gen.config.mjs"]],
        ]),
      ),
    );
    const written = [];
    for (const app of [...apps, ...apps]) written.push(await ciIn(join(repository, app), ci));
    const [first, second] = written.map(({ files }) => files[0]);
    expect(written.flatMap(({ files }) => files.map(({ action }) => action))).toEqual([
      "create",
      "create",
      "kept",
      "kept",
    ]);
    expect(written.flatMap(({ diagnostics }) => diagnostics).filter(({ code }) => code === "B44-852")).toEqual([]);
    expect(second?.path).toMatch(/b44-gen-apps-a-b-[0-9a-f]{6}\.yml$/);
    expect(first?.path).toMatch(/b44-gen-apps-a-b\.yml$/);
    const names = [first, second].map((file) => /B44_GEN_NAME: "?([\w-]+)/.exec(file?.text ?? "")?.[1]);
    expect(second?.path).toContain(`${names[1]}.yml`);
    expect(names[0]).not.toBe(names[1]);
  },
);

test("an existing file is kept, and the new one is shown", async () => {
  const app = typedApp({ ...CONFIG, [GITHUB]: "name: mine\n" });
  const { files, diagnostics } = await ciIn(app, "github");
  expect(read(app, GITHUB)).toBe("name: mine\n");
  expect(files).toEqual([{ path: join(app, GITHUB), action: "kept", text: expect.stringContaining("jobs:") }]);
  expect(diagnostics.map(({ code }) => code)).toEqual(["B44-852"]);
});

test("a second run keeps the files of the first, without diagnostics", async () => {
  const app = typedApp(CONFIG);
  expect((await ciIn(app, "gitlab")).files[0]?.action).toBe("create");
  const before = tree(app);
  const { files, diagnostics } = await ciIn(app, "gitlab");
  expect(files.map(({ action }) => action)).toEqual(["kept"]);
  expect(diagnostics).toEqual([]);
  expect(tree(app)).toEqual(before);
});

test("a config and a CI file are written together", async () => {
  const app = typedApp();
  const { files } = await initIn(app, { ci: "github" });
  expect(files.map(({ path }) => path)).toEqual([join(app, "b44-gen.config.ts"), join(app, GITHUB)]);
});

test("a CI file alone requires a config", async () => {
  expect(await refusal(() => ciIn(typedApp(), "github"))).toEqual([expect.stringMatching(/^B44-501 /)]);
});

test("missing parts of the project for CI are reported", async () => {
  const folder = folderOf({ "package.json": "{}", "things.json": specOf(1) });
  const { diagnostics } = await initIn(folder, { spec: "things.json", ci: "github" });
  expect(diagnostics.map(({ code }) => code)).toEqual(["B44-855", "B44-853", "B44-854"]);
  expect(stepsOf(load(read(folder, GITHUB)) as Workflow, "check").map(({ run }) => run)).toContain(
    "npm install --no-package-lock --ignore-scripts",
  );
});
