import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { fixtures, folderOf, write } from "./folders.js";
import { run } from "./in-process.js";
import type { Outcome } from "./process.js";
import type { ReportedDiagnostic } from "./report.js";

/** What a run that was not refused did, as `--json` tells it. */
export interface Generated {
  /** The action of each file that is not unchanged, by its path. */
  actions: Record<string, string>;
  diagnostics: ReportedDiagnostic[];
}

/** A Base44 project in a temporary folder, with the specs `specs/crm.yaml` and `specs/calendar.yaml`. */
export interface BackendProject {
  folder: string;
  /** Writes the config anew. Keys that every config of these tests has are added. */
  configure(config: object): void;
  /** Runs b44-gen with `--json`; fails where that is refused. */
  generate(...args: string[]): Promise<Generated>;
  /** Runs b44-gen as it is. */
  b44gen(...args: string[]): Promise<Outcome>;
  has(path: string): boolean;
}

/** An API of the CRM, through a function with a secret unless `more` says otherwise. */
export function crm(more: object = {}): object {
  const via = { function: { secrets: { apiKey: "CRM_KEY" } } };
  return { spec: "specs/crm.yaml", operations: ["get:/contacts"], via, ...more };
}

/** An API of the calendar, through a connector that is known, unless `more` says otherwise. */
export function calendar(more: object = {}): object {
  const via = { connector: "googlecalendar" };
  const baseUrl = "https://www.googleapis.com/calendar/v3";
  return { spec: "specs/calendar.yaml", operations: ["get:/events"], via, baseUrl, ...more };
}

/** Lays out a project in JavaScript, as the builder makes them, with a config and further files. */
export function backendProject(config: object, files: Record<string, string> = {}): BackendProject {
  const folder = folderOf({
    "package.json": JSON.stringify({ name: "app", type: "module", dependencies: { "@base44/sdk": "^0.8.50" } }),
    "base44/config.jsonc": '{ "name": "app" }\n',
    "src/api/base44Client.js": "export const base44 = {};\n",
    ...files,
  });
  for (const name of ["crm", "calendar"]) {
    cpSync(join(fixtures, name, "openapi.yaml"), join(folder, `specs/${name}.yaml`));
  }
  const b44gen = (...args: string[]) => run(args, { cwd: folder });
  const configure = (next: object) => write(folder, "b44-gen.config.json", `${JSON.stringify(next, null, 2)}\n`);
  configure(config);
  return {
    folder,
    configure,
    b44gen,
    async generate(...args) {
      const { status, stdout, stderr } = await b44gen(...args, "--json");
      expect({ status, errors: stderr.match(/^error.*/gm) }).toEqual({ status: 0, errors: null });
      const report: { files: { path: string; action: string }[]; diagnostics: ReportedDiagnostic[] } =
        JSON.parse(stdout);
      const changed = report.files.filter(({ action }) => action !== "unchanged");
      return {
        actions: Object.fromEntries(changed.map(({ path, action }) => [path, action])),
        diagnostics: report.diagnostics,
      };
    },
    has: (path) => existsSync(join(folder, path)),
  };
}

/** `CODE file:line:column` of the diagnostics with these codes, as far as they have a place. */
export function placesOf(diagnostics: readonly ReportedDiagnostic[], ...codes: string[]): string[] {
  return diagnostics
    .filter(({ code }) => codes.includes(code))
    .map(({ code, location }) => {
      const { file, line, column } = location ?? {};
      return [code, [file, line, column].filter((part) => part !== undefined).join(":")].join(" ").trim();
    });
}
