import { load } from "js-yaml";
import { expect, test } from "vitest";
import { ciText } from "../../src/init/ci/ci-file.js";
import { read } from "../cli/support/folders.js";
import { CiMachine } from "./ci-run-support.js";
import { gitlabOf, scriptOf, type Workflow } from "./ci-support.js";

const project = {
  app: ".",
  install: ".",
  installation: { manager: "npm", folder: "/", lockfile: "package-lock.json" },
  nodeVersionFile: undefined,
} as const;
const workflow = load(ciText("github", project)) as Workflow;
const compare = scriptOf(workflow, "Compare the specs with their addresses");
const update = scriptOf(workflow, "Apply the changes");
const propose = scriptOf(workflow, "Open or update the pull request");
const BRANCH = "b44-gen/update-main";

test.each([
  [0, 0, "status=0\n"],
  [1, 0, "status=1\n"],
  [2, 2, "status=2\n"],
  [3, 3, "status=3\n"],
])("GitHub: where the specs are compared with status %i, the step ends with %i", (given, status, output) => {
  const machine = new CiMachine();
  expect(machine.run(compare, { STATUS: String(given) }).status).toBe(status);
  expect(read(machine.folder, "tmp/output")).toBe(output);
  expect(machine.calls("b44-gen")).toEqual(["--quiet check --upstream --fail-on safe"]);
});

test.each([
  [0, 0],
  [1, 0],
  [3, 1],
])("GitHub: where update ends with %i, the step ends with %i", (given, status) => {
  expect(new CiMachine().run(update, { UPDATE_STATUS: String(given) }).status).toBe(status);
});

/** A weekly run of GitHub's update job. */
function week(machine: CiMachine, newCode: string) {
  machine.startAnew();
  machine.run(update, { NEW_CODE: newCode });
  return machine.run(propose, { BASE: "main", GH_TOKEN: "t" });
}

test("GitHub: one pull request is opened, and is updated while it is open", () => {
  const machine = new CiMachine();
  expect(week(machine, "first").status).toBe(0);
  const report = `--body-file ${machine.folder}/tmp/b44-gen-report.md`;
  const title = "--title Update API specs and the code generated from them";
  const [setUp, list, create] = machine.calls("gh");
  expect(setUp).toBe("auth setup-git");
  expect(list).toContain(`pr list --base main --head ${BRANCH} --state open --json number,isCrossRepository`);
  expect(create).toBe(`pr create --base main --head ${BRANCH} ${title} ${report}`);
  expect(machine.git("show", "--format=", "--name-only", `origin/${BRANCH}`)).toBe("src/generated.js");

  const before = machine.git("ls-remote", "origin", BRANCH);
  expect(week(machine, "first").status).toBe(0);
  expect(machine.calls("gh").at(-1)).toBe(`pr edit 7 ${title} ${report}`);
  expect(machine.git("ls-remote", "origin", BRANCH)).toBe(before);

  expect(week(machine, "second").status).toBe(0);
  machine.git("fetch", "--quiet", "origin");
  expect(machine.git("show", `origin/${BRANCH}:src/generated.js`)).toBe("second");
  expect(machine.git("rev-list", "--count", `origin/main..origin/${BRANCH}`)).toBe("1");
  expect(machine.git("rev-list", "--count", "origin/main")).toBe("1");
});

test("GitHub: a branch with commits by someone else is unchanged", () => {
  const machine = new CiMachine();
  week(machine, "first");
  machine.calls("gh");
  machine.commit("Mend what broke", "person@example.com");
  machine.git("push", "--quiet", "origin", `HEAD:refs/heads/${BRANCH}`);
  const before = machine.git("ls-remote", "origin", BRANCH);
  const { status, output } = week(machine, "second");
  expect(status).toBe(0);
  expect(output).toContain(`::warning title=b44-gen::${BRANCH} has commits by someone else`);
  expect(machine.git("ls-remote", "origin", BRANCH)).toBe(before);
  expect(machine.calls("gh")).toEqual(["auth setup-git"]);
});

test("GitHub: no pull request if nothing changed", () => {
  const machine = new CiMachine();
  expect(week(machine, "old")).toMatchObject({ status: 0, output: "The generated code did not change.\n" });
  expect(machine.calls("gh")).toEqual([]);
});

test("GitHub: a base branch cannot become a command", () => {
  const machine = new CiMachine();
  machine.run(update);
  machine.run(propose, { BASE: "$(touch pwned)`touch pwned`;touch${IFS}pwned", GH_TOKEN: "t" });
  expect(machine.git("status", "--porcelain", "--ignored")).not.toContain("pwned");
});

const script = gitlabOf(ciText("gitlab", project))["b44-gen:update"]?.script?.join("\n") ?? "";

/** A scheduled run of GitLab's update job. */
function pipeline(machine: CiMachine, env: Record<string, string>) {
  machine.startAnew();
  const server = { CI_SERVER_URL: `file://${machine.folder}/remote`, CI_PROJECT_PATH: "group/app" };
  const ci = { ...server, CI_SERVER_HOST: "gitlab.example.com", CI_COMMIT_BRANCH: "main", B44_GEN_TOKEN: "secret" };
  return machine.run(script, { ...ci, ...env });
}

test("GitLab: a merge request is requested with the report, and its branch is updated", () => {
  const machine = new CiMachine();
  expect(pipeline(machine, { STATUS: "1", NEW_CODE: "first" }).status).toBe(0);
  expect(read(machine.remote, "options").trim().split("\n")).toEqual([
    "GIT_PUSH_OPTION_0=merge_request.create",
    "GIT_PUSH_OPTION_1=merge_request.target=main",
    "GIT_PUSH_OPTION_2=merge_request.title=Update API specs and the code generated from them",
    "GIT_PUSH_OPTION_3=merge_request.description=One \\o/\\n\\n| a | b |\\n",
    "GIT_PUSH_OPTION_COUNT=4",
  ]);
  const before = machine.git("ls-remote", "origin", BRANCH);
  expect(before).not.toBe("");
  expect(pipeline(machine, { STATUS: "1", NEW_CODE: "first" }).output).toContain("is up to date");
  expect(machine.git("ls-remote", "origin", BRANCH)).toBe(before);
  expect(pipeline(machine, { STATUS: "1", NEW_CODE: "second" }).status).toBe(0);
  machine.git("fetch", "--quiet", "origin");
  expect(machine.git("show", `origin/${BRANCH}:src/generated.js`)).toBe("second");

  machine.git("checkout", "--quiet", `origin/${BRANCH}`);
  machine.commit("Mend what broke", "person@example.com");
  machine.git("push", "--quiet", "origin", `HEAD:refs/heads/${BRANCH}`);
  expect(pipeline(machine, { STATUS: "1", NEW_CODE: "third" }).output).toContain("has commits by someone else");
});

test.each([
  ["0", 0],
  ["2", 2],
  ["3", 3],
])("GitLab: where the specs are compared with status %s, the job ends with %i and pushes nothing", (given, status) => {
  const machine = new CiMachine();
  expect(pipeline(machine, { STATUS: given }).status).toBe(status);
  expect(machine.git("ls-remote", "origin", BRANCH)).toBe("");
});
