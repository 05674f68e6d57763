import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { temporaryFolder } from "../../support/temporary-folder.js";

/** The module that is generated. */
export const GENERATED = "src/api/generated/crm.js";

/** A spec with `listContacts` at a path, and with `getStatus` where it is asked for. */
export function spec({ path = "/contacts", more = true }: { path?: string; more?: boolean } = {}): string {
  const answer = `responses: { "200": { description: ok, content: { application/json: { schema: { type: object } } } } }`;
  const status = more ? `  /status:\n    get: { operationId: getStatus, ${answer} }\n` : "";
  return `openapi: 3.1.0
info: { title: CRM, version: "1" }
servers: [{ url: "https://crm.example.com" }]
paths:
  ${path}:
    get: { operationId: listContacts, ${answer} }
${status}`;
}

const FILES: Record<string, string> = {
  "package.json": `{ "private": true, "type": "module" }`,
  "jsconfig.json": `{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["./src/*"] } }, "include": ["src"] }`,
  "b44-gen.config.json": `{ "apis": { "crm": { "spec": "specs/crm.yaml", "operations": "all" } } }`,
  "specs/crm.yaml": spec(),
  "index.html": `<!doctype html><div id="app"></div><script type="module" src="/src/main.js"></script>`,
  "src/main.js": `import { text } from "./app.js";
const show = (value) => { document.querySelector("#app").textContent = value; };
show(text());
globalThis.loads = performance.timeOrigin;
globalThis.updates = 0;
import.meta.hot?.accept("./app.js", (module) => { globalThis.updates += 1; show(module.text()); });
`,
  "src/app.js": `import { getStatus, listContacts } from "@/api/generated/crm";
export const text = () => String(listContacts) + String(getStatus);
`,
  "src/api/base44Client.js": `export const base44 = { integrations: { custom: { call: async () => ({}) } } };\n`,
};

/** A small app like Base44's, in a temporary folder that is removed after the test file. */
export class App {
  readonly folder = temporaryFolder("plugin");

  /** @param files besides, or instead of, those that every app has */
  constructor(files: Record<string, string> = {}) {
    for (const [path, text] of Object.entries({ ...FILES, ...files })) this.put(path, text);
  }

  path(path: string): string {
    return join(this.folder, path);
  }

  put(path: string, text: string): void {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), text);
  }

  read(path: string): string {
    return readFileSync(this.path(path), "utf8");
  }

  has(path: string): boolean {
    return existsSync(this.path(path));
  }

  /** The names in a folder. */
  files(folder: string): string[] {
    return readdirSync(this.path(folder));
  }

  remove(path: string): void {
    rmSync(this.path(path), { recursive: true });
  }
}

/** Waits until something holds; fails with what was waited for where it does not in time. */
export async function until(holds: () => unknown, what: () => string, most = 15_000): Promise<void> {
  const end = Date.now() + most;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what()}`);
    await new Promise((done) => setTimeout(done, 25));
  }
}

export const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));
