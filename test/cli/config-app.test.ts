import { execFile } from "node:child_process";
import { renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { copyOf, read, tree, write } from "./support/folders.js";
import { run } from "./support/in-process.js";
import { run as runProcess } from "./support/process.js";
import { reportOf } from "./support/report.js";

const repository = join(import.meta.dirname, "../..");
const OUT = "src/api/generated";

describe("an app with a .ts config of two APIs, errors: throw, and a detected client", () => {
  let app: string;
  let stdout: string;
  beforeAll(async () => {
    app = copyOf("apps/typed");
    ({ stdout } = await run(["--json"], { cwd: app }));
  });

  test("the report has both APIs, in the config's order", () => {
    const { apis, files } = reportOf(stdout);
    expect(files.every(({ action }) => action === "create")).toBe(true);
    expect(apis.map(({ slug, operations }) => [slug, operations.map(({ name }) => name)])).toEqual([
      ["crm", ["listContacts", "createContact", "getContact", "deleteContact", "searchContacts", "getDeal"]],
      ["helpdesk", ["listTickets", "getTicket"]],
    ]);
    expect(apis.map(({ module }) => module)).toEqual(["@/api/generated/crm", "@/api/generated/helpdesk"]);
    expect(apis[0]!.operations[2]).toEqual({
      operation: "get:/contacts/{id}",
      name: "getContact",
      file: "crm.ts",
      transport: "integration",
      call: 'getContact(base44, { pathParams: { id: "…" } })',
    });
  });

  test("the index binds each API to the app's client", () => {
    const index = read(app, `${OUT}/index.ts`);
    expect(index).toContain('import { base44 } from "@/api/base44Client";');
    expect(index).toMatch(/^export const crm = .*createCrm\(base44\);$/m);
    expect(index).toMatch(/^export const helpdesk = .*createHelpdesk\(base44\);$/m);
  });

  test("the functions throw", () => {
    expect(read(app, `${OUT}/crm.ts`)).toMatch(/return unwrap\(call\(/);
  });

  test("the app that uses them compiles", async () => {
    symlinkSync(join(repository, "node_modules"), join(app, "node_modules"), "dir");
    const tsc = join(repository, "node_modules/typescript-7/bin/tsc");
    const { stdout: faults } = await promisify(execFile)(process.execPath, [tsc, "-p", app]).catch((error) => error);
    expect(faults).toBe("");
  });
});

test("the text output explains how to call each API", async () => {
  const { stdout } = await run([], { cwd: copyOf("apps/typed") });
  expect(stdout).toContain(
    ['  import { listContacts } from "@/api/generated/crm";', "  const data = await listContacts(base44);"].join("\n"),
  );
  expect(stdout).toContain('import { listTickets } from "@/api/generated/helpdesk";');
});

test("how to call it is explained for the app, wherever the command runs", async () => {
  const app = copyOf("apps/typed");
  const below = await run(["--config", "../../b44-gen.config.ts"], { cwd: join(app, "src/api") });
  expect(below.stdout).toContain('from "@/api/generated/crm"');
  const crm = (out: string, cwd: string) => {
    return run([join(app, "specs/crm.yaml"), "--slug", "crm", "--all", "--out", out], { cwd });
  };
  expect((await crm("gen", app)).stdout).toContain('from "./gen/crm"');
  expect((await crm("../out", join(app, "src"))).stdout).toContain('from "./out/crm"');
  expect((await crm(".", join(app, "src/api"))).stdout).toContain('from "@/api/crm"');
  write(app, "tsconfig.json", '{ "include": ["src"] }');
  expect((await crm("src/api/generated", app)).stdout).toContain('from "./src/api/generated/crm"');
});

test("a config in JSON, and one in JavaScript, give the same code as the one in TypeScript", async () => {
  const typed = copyOf("apps/typed");
  await run([], { cwd: typed });
  const config = {
    errors: "throw",
    apis: {
      crm: { spec: "./specs/crm.yaml", operations: ["tag:Contacts", "get:/deals/{id}"] },
      helpdesk: { spec: "./specs/tickets/openapi.json", operations: "all" },
    },
  };
  for (const [name, text] of [
    ["b44-gen.config.json", JSON.stringify(config)],
    ["b44-gen.config.mjs", `export default async () => (${JSON.stringify(config)});`],
  ] as const) {
    const app = copyOf("apps/typed");
    write(app, name, text);
    await run(["--config", name], { cwd: app });
    expect(tree(join(app, OUT))).toEqual(tree(join(typed, OUT)));
  }
});

test("the output does not contain what a config logs", async () => {
  const app = copyOf("apps/typed");
  write(app, "b44-gen.config.ts", `console.log("hello");\n${read(app, "b44-gen.config.ts")}`);
  const { stdout, stderr } = await runProcess(["--json"], { cwd: app });
  reportOf(stdout);
  expect(stderr).toMatch(/^hello$/m);
});

test("--lang and --errors on the command line win over the config", async () => {
  const app = copyOf("apps/typed");
  await run(["--lang", "js", "--errors", "result"], { cwd: app });
  const files = tree(join(app, OUT));
  expect([files["crm.js"]?.includes("unwrap(call"), files["crm.ts"]]).toEqual([false, undefined]);
});

test("a client that is the config's own folder is relative to the config too", async () => {
  const app = copyOf("apps/typed");
  write(app, "index.ts", read(app, "src/api/base44Client.ts"));
  write(app, "b44-gen.config.ts", read(app, "b44-gen.config.ts").replace("errors:", 'client: ".",\n  errors:'));
  await run([], { cwd: app });
  expect(read(app, `${OUT}/index.ts`)).toContain('import { base44 } from "../../..";');
});

test("a relative client is relative to the config, for the code and for what is checked", async () => {
  const app = copyOf("apps/typed");
  renameSync(join(app, "src/api/base44Client.ts"), join(app, "src/client.ts"));
  write(
    app,
    "b44-gen.config.ts",
    read(app, "b44-gen.config.ts").replace("errors:", 'client: "./src/client",\n  errors:'),
  );
  write(app, "src/page.ts", 'import { base44 } from "./client";\nbase44.integrations.custom.call("crm", "nope");\n');
  await run([], { cwd: app });
  expect(read(app, `${OUT}/index.ts`)).toContain('import { base44 } from "../../client";');
  const { status, stderr } = await run(["check", "--usage"], { cwd: app });
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining("src/page.ts:2:") });
});

describe("a client that cannot be imported is reported", () => {
  const client = "src/api/base44Client.ts";
  const ask = async (app: string) => {
    const { status, stdout } = await run(["--json"], { cwd: app });
    const { diagnostics } = reportOf(stdout);
    const told = diagnostics.filter(({ code }) => code === "B44-617").map(({ message }) => message);
    return { status, told, isBound: read(app, `${OUT}/index.ts`).includes("createCrm(") };
  };

  test("without an export of the name", async () => {
    const app = copyOf("apps/typed");
    write(app, client, "export const client = 1;\n");
    const told = ["src/api/base44Client.ts does not export `base44`. The generated index exports no bound objects."];
    expect(await ask(app)).toEqual({ status: 0, told, isBound: false });
  });

  test("JavaScript in a TypeScript app", async () => {
    const app = copyOf("apps/typed");
    renameSync(join(app, client), join(app, "src/api/base44Client.js"));
    write(app, "src/main.tsx", "");
    const told = [
      "src/api/base44Client.js is JavaScript, so its client has no types. The generated index exports no bound objects.",
    ];
    expect(await ask(app)).toEqual({ status: 0, told, isBound: false });
  });

  test.each<[string, string[]]>([
    [
      "./src/clint",
      ["`client` in the config names a module that does not exist: src/clint. The generated index imports it anyway."],
    ],
    ["./src/clients", []],
    ["./src/client.js", []],
    [
      "./src/client.css",
      [
        "`client` in the config names a module that does not exist: src/client.css. The generated index imports it anyway.",
      ],
    ],
    ["./src/Client.svelte", []],
    ["some-package", []],
  ])("where the config names %s", async (module, told) => {
    const app = copyOf("apps/typed");
    for (const file of ["src/client.ts", "src/clients/index.ts", "src/Client.svelte"])
      write(app, file, read(app, client));
    const config = read(app, "b44-gen.config.ts");
    write(app, "b44-gen.config.ts", config.replace("errors:", `client: ${JSON.stringify(module)},\n  errors:`));
    expect(await ask(app)).toEqual({ status: 0, told, isBound: true });
  });

  test.each(["", "/index", "/index.ts"])("the index itself: %s", async (rest) => {
    const app = copyOf("apps/typed");
    const config = read(app, "b44-gen.config.ts");
    write(app, "b44-gen.config.ts", config.replace("errors:", `client: "./${OUT}${rest}",\n  errors:`));
    const told = [
      `\`client\` in the config names the generated index itself: ${OUT}${rest}. The index exports no bound objects.`,
    ];
    expect(await ask(app)).toEqual({ status: 0, told, isBound: false });
  });

  test("but not if there is none, or none is requested", async () => {
    const app = copyOf("apps/typed");
    write(app, client, "export {};\n");
    const config = read(app, "b44-gen.config.ts");
    write(app, "b44-gen.config.ts", config.replace("errors:", "client: false,\n  errors:"));
    expect(await ask(app)).toEqual({ status: 0, told: [], isBound: false });
    rmSync(join(app, client));
    write(app, "b44-gen.config.ts", config);
    expect(await ask(app)).toEqual({ status: 0, told: [], isBound: false });
  });
});

test("options for a spec are refused with a config, even if nothing changed", async () => {
  const app = copyOf("apps/typed");
  for (const state of ["to do", "done"]) {
    const { status, stderr } = await run(["--select", "get:/nope"], { cwd: app });
    expect({ state, status, stderr }).toEqual({ state, status: 2, stderr: expect.stringContaining("B44-506") });
    await run([], { cwd: app });
  }
});

test("a run that writes only the lock says so", async () => {
  const app = copyOf("apps/typed");
  await run([], { cwd: app });
  write(app, "specs/crm.yaml", `${read(app, "specs/crm.yaml")}# more\n`);
  expect((await run([], { cwd: app })).stdout).toContain("updated  b44-gen.lock.json\n");
  expect((await run([], { cwd: app })).stdout).toBe("Everything is up to date.\n");
});
