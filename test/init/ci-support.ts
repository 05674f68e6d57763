import { spawnSync } from "node:child_process";
import { load } from "js-yaml";

/** A step of a job of GitHub Actions. */
export interface Step {
  id?: string;
  name?: string;
  uses?: string;
  run?: string;
  if?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
  "working-directory"?: string;
}

interface Job {
  if: string;
  permissions: Record<string, string>;
  steps: Step[];
}

/** The workflow that init writes. */
export interface Workflow {
  name: string;
  concurrency: { group: string };
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  env: Record<string, string>;
  defaults?: unknown;
  jobs: { check: Job; update: Job };
}

/** The steps of a job. */
export function stepsOf(workflow: Workflow, job: "check" | "update"): Step[] {
  return workflow.jobs[job].steps;
}

/** The script of the update job's step with this name. */
export function scriptOf(workflow: Workflow, name: string): string {
  const script = stepsOf(workflow, "update").find((step) => step.name === name)?.run;
  if (script === undefined) throw new Error(`no step ${name}`);
  return script;
}

interface GitlabJob {
  script?: string[];
  before_script: string[];
  variables: Record<string, string>;
}

/** The jobs of GitLab's file, by name. */
export function gitlabOf(text: string): Record<string, GitlabJob> & { ".b44-gen": GitlabJob } {
  return load(text) as Record<string, GitlabJob> & { ".b44-gen": GitlabJob };
}

/** What Bash says against a script without running it; empty for none. */
export function syntaxFault(script: string): string {
  // Of a locale that is not installed Bash complains, too.
  const env = { ...process.env, LC_ALL: "C" };
  return spawnSync("bash", ["-n"], { input: script, encoding: "utf8", env }).stderr;
}
