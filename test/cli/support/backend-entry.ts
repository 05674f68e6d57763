import { expect } from "vitest";
import { functionImports } from "./backend-imports.js";
import { type BackendProject, backendProject, calendar, crm, type Generated } from "./backend-project.js";
import { read, write } from "./folders.js";

/** The folder of the function that tests of entries are about, its entry and its handler. */
export const FOLDER = "base44/functions/my-crm";
export const ENTRY = `${FOLDER}/entry.ts`;
export const HANDLER = `${FOLDER}/handler.ts`;

/** A config with the API `my-crm`, if it is given, beside another one that goes through a connector. */
export function configOf(api: object | undefined, more: object = {}): object {
  return { ...more, apis: { ...(api ? { "my-crm": api } : {}), calendar: calendar() } };
}

/** Configures, runs, and expects that every function that is left would load. */
export async function generate(project: BackendProject, config?: object, ...args: string[]): Promise<Generated> {
  if (config) project.configure(config);
  const generated = await project.generate(...args);
  expect(functionImports(project.folder).broken).toEqual([]);
  return generated;
}

/** A project in which the function is written. */
export async function written(config: object = configOf(crm())): Promise<BackendProject> {
  const project = backendProject(config);
  await generate(project);
  return project;
}

/** Adds a line to a file, and gives its whole text. */
export function edit({ folder }: BackendProject, path = ENTRY): string {
  const text = `${read(folder, path)}// mine: only for the sales team\n`;
  write(folder, path, text);
  return text;
}

/** The codes of what is a warning. */
export function codes({ diagnostics }: Generated): string[] {
  return diagnostics.filter(({ severity }) => severity !== "info").map(({ code }) => code);
}
