import { describe, expect, test } from "vitest";
import { serveFiles } from "../support/documents.js";
import { copyOf, folderOf, read, tree } from "./support/folders.js";
import { run } from "./support/in-process.js";
import { run as runProcess } from "./support/process.js";
import { reportOf } from "./support/report.js";

const app = copyOf("apps/typed");

/** What a run on `spec` writes: the code, without the lock. */
async function codeOf(spec: string, options: { cwd?: string; input?: string; more?: string[] } = {}) {
  const cwd = options.cwd ?? folderOf();
  const args = [spec, "--slug", "api", "--all", "--out", "out", "--lang", "ts", ...(options.more ?? [])];
  const { status, stderr } = await run(args, { cwd, ...(options.input === undefined ? {} : { input: options.input }) });
  expect(status, stderr).toBe(0);
  const { "b44-gen.lock.json": _, ...code } = tree(`${cwd}/out`);
  return code;
}

describe("the same spec gives the same code", () => {
  test("from a file, a file: URL, standard input and an http URL", async () => {
    const text = read(app, "specs/crm.yaml");
    const origin = await serveFiles({ "/v1/crm.yaml": text });
    const wanted = await codeOf(`${app}/specs/crm.yaml`);
    expect(wanted["api.ts"]).toContain("function listContacts");
    expect(await codeOf(`file://${app}/specs/crm.yaml`)).toEqual(wanted);
    expect(await codeOf("-", { input: text })).toEqual(wanted);
    expect(await codeOf(`${origin}/v1/crm.yaml`)).toEqual(wanted);
  });

  test("of many files: from a folder, and from a server", async () => {
    const paths = [
      "openapi.json",
      "paths/tickets.yaml",
      "paths/ticket.yaml",
      "schemas/ticket.json",
      "schemas/problem.yaml",
    ];
    const origin = await serveFiles(
      Object.fromEntries(paths.map((path) => [`/specs/${path}`, read(app, `specs/tickets/${path}`)])),
    );
    const wanted = await codeOf(`${app}/specs/tickets/openapi.json`);
    expect(wanted["api.ts"]).toContain("function getTicket");
    expect(wanted["api.types.d.ts"]).toContain("subject: string");
    expect(await codeOf(`${origin}/specs/openapi.json`)).toEqual(wanted);
    expect(await codeOf("openapi.json", { cwd: copyOf("apps/typed/specs/tickets") })).toEqual(wanted);
  });
});

test("a spec from another folder may read the files that --allow-file names there", async () => {
  const folder = folderOf({
    "app/spec.yaml": read(copyOf("bad"), "ref-to-outside-folder.yaml").replace(
      "../../package.json",
      "../shared/thing.json",
    ),
    "shared/thing.json": '{ "type": "object", "title": "Thing", "properties": { "size": { "type": "integer" } } }',
  });
  const code = await codeOf("spec.yaml", { cwd: `${folder}/app`, more: ["--allow-file", "../shared"] });
  expect(code["api.types.d.ts"]).toContain("size?: number");
});

test("a spec may fetch from hosts that --allow-host names", async () => {
  const origin = await serveFiles({
    "/thing.json": '{ "type": "object", "properties": { "size": { "type": "integer" } } }',
  });
  const text = read(copyOf("bad"), "ref-to-other-origin.yaml").replace("https://schemas.example.com", origin);
  const code = await codeOf("spec.yaml", {
    cwd: folderOf({ "spec.yaml": text }),
    more: ["--allow-host", new URL(origin).host],
  });
  expect(code["api.types.d.ts"]).toContain("size?: number");
});

test("credentials in a spec's URL are not printed or written, and its query is not printed", async () => {
  const origin = await serveFiles({ "/crm.yaml?key=tops3cret": read(app, "specs/crm.yaml") });
  const cwd = folderOf();
  const url = `${origin.replace("//", "//user:passw0rd@")}/crm.yaml?key=tops3cret`;
  const { status, stdout, stderr } = await run([url, "--slug", "crm", "--all", "--out", "out", "--json"], { cwd });
  expect(status, stderr).toBe(0);
  expect(reportOf(stdout).files).not.toEqual([]);
  for (const text of [stdout, stderr]) expect(text).not.toMatch(/passw0rd|tops3cret/);
  for (const text of Object.values(tree(cwd))) expect(text).not.toContain("passw0rd");
});

/** Prints which of Node's network modules a process has loaded when it ends. */
const REPORTED = `data:text/javascript,process.on("exit", () => console.error("network:" + ["_http_agent", "https", "dns"].filter((name) => process.moduleLoadList.includes("NativeModule " + name))))`;

test("Node's network modules are loaded only for a spec from a server", async () => {
  const origin = await serveFiles({ "/crm.yaml": read(app, "specs/crm.yaml") });
  const env = { NODE_OPTIONS: `--import=${encodeURI(REPORTED)}` };
  const loadedFor = async (spec: string) => {
    const { status, stderr } = await runProcess([spec, "--slug", "api", "--all", "--out", "out"], {
      cwd: folderOf(),
      env,
    });
    return { status, network: /^network:(.*)$/m.exec(stderr)?.[1] };
  };
  expect(await loadedFor(`${app}/specs/crm.yaml`)).toEqual({ status: 0, network: "" });
  expect((await loadedFor(`${origin}/crm.yaml`)).network).toContain("_http_agent");
});
