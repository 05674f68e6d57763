import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { App, GENERATED, pause, spec, until } from "./support/app.js";
import { type Browser, countsOf, hasBrowser, launch, overlayOf, type Page, shownIn } from "./support/browser.js";
import { moduleOf } from "./support/module.js";
import { type DevServer, Log, VITES, viteConfig, viteOf } from "./support/vite.js";

let browser: Browser;
beforeAll(async () => {
  if (hasBrowser) browser = await launch();
});
afterAll(async () => {
  await browser?.close();
});

const open: (() => Promise<unknown>)[] = [];
beforeEach(() => {
  vi.stubEnv("CI", "");
  vi.stubEnv("VITE_BASE44_APP_BASE_URL", "https://app.example.com");
});
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
  vi.unstubAllEnvs();
});

interface Running {
  app: App;
  log: Log;
  server: DevServer;
  url: string;
  /** What the server sent to the browser. */
  sent: { type: string; updates?: unknown[] }[];
}

async function start(name: (typeof VITES)[number], app = new App()): Promise<Running> {
  const vite = await viteOf(name);
  const log = new Log();
  const { default: base44 } = await moduleOf("@base44/vite-plugin");
  const config = await viteConfig(app.folder, log);
  const server = await vite.createServer({ ...config, plugins: [base44({}), ...config.plugins] });
  open.push(() => server.close());
  const sent: Running["sent"] = [];
  const send = server.ws.send.bind(server.ws);
  server.ws.send = (...given) => {
    sent.push(given[0] as Running["sent"][number]);
    send(...given);
  };
  await server.listen();
  return { app, log, server, sent, url: server.resolvedUrls?.local[0] ?? "" };
}

async function visit(url: string): Promise<Page> {
  const page = await browser.newPage();
  open.push(() => page.close());
  await page.goto(url);
  return page;
}

const shows = (page: Page, text: string) =>
  until(
    async () => (await shownIn(page)).includes(text),
    () => `the app to show ${text}`,
  );
const overlay = (page: Page, text: string) =>
  until(
    async () => (await overlayOf(page)).includes(text),
    () => `an overlay with ${text}`,
  );
const noOverlay = (page: Page) =>
  until(
    async () => (await overlayOf(page)) === "",
    () => "the overlay to go",
  );

describe.each(VITES)("%s", (name) => {
  test("the dev server generates on start, and closes", async () => {
    const { app, server, log } = await start(name);
    expect(app.has(GENERATED)).toBe(true);
    expect((await server.transformRequest("/src/app.js"))?.code).toContain("/src/api/generated/crm.js");
    expect(log.text).not.toContain("error");
    expect(log.text).toMatch(/^info b44-gen created .*src\/api\/generated \(\d+ files\)$/m);
  });

  test("logs in a line what a run wrote, and nothing if it wrote nothing", async () => {
    const { app, log } = await start(name);
    const lines = () => log.lines.filter((line) => line.startsWith("info b44-gen "));
    expect(lines()).toHaveLength(1);
    app.put("specs/crm.yaml", spec({ path: "/people" }));
    await until(
      () => lines().length > 1,
      () => "a line about the second run",
    );
    expect(lines()[1]).toMatch(/^info b44-gen updated .*src\/api\/generated \(3 files\)$/);
    app.put("specs/crm.yaml", `${spec({ path: "/people" })}# nothing\n`);
    await pause(1000);
    expect(lines()).toHaveLength(2);
    expect((await start(name, app)).log.text).not.toContain("b44-gen ");
  });

  test("every generated module of an API with a function is served", async () => {
    const app = new App({
      "b44-gen.config.json": JSON.stringify({
        apis: { crm: { spec: "specs/crm.yaml", operations: "all", via: { function: {} } } },
      }),
    });
    const { server } = await start(name, app);
    const modules = app.files("src/api/generated").filter((path) => /(?<!\.d)\.[jt]s$/.test(path));
    expect(modules).toEqual(expect.arrayContaining(["b44.invoke.js", "b44.stream.js", "crm.js", "index.js"]));
    for (const module of modules) {
      const served = await server.transformRequest(`/src/api/generated/${module}`);
      expect(served?.code, module).toContain("export");
    }
  });

  test("an import of a function that is not generated is an error with its place", async () => {
    const { server, app } = await start(name);
    app.put(
      "src/other.js",
      `// import { notThis } from "@/api/generated/crm";\nimport {\n  listContacts,\n  listNothing as nothing,\n} from "@/api/generated/crm";\n`,
    );
    await expect(server.transformRequest("/src/other.js")).rejects.toMatchObject({
      message: expect.stringMatching(/B44-841 .*imports listNothing, but .*crm\.js does not export it/),
      loc: { line: 4, column: 2 },
    });
  });

  test.runIf(hasBrowser)("one save of the spec causes one hot update, and no reload", async () => {
    const { app, url, sent } = await start(name);
    const page = await visit(url);
    await shows(page, "get:/contacts");
    await pause(300);
    const before = await countsOf(page);
    sent.length = 0;
    app.put("specs/crm.yaml", spec({ path: "/people" }));
    await shows(page, "get:/people");
    await pause(600);
    expect(await countsOf(page)).toEqual({ load: before.load, updates: 1 });
    expect(sent.map(({ type, updates }) => `${type} ${updates?.length}`)).toEqual(["update 1"]);
  });

  test.runIf(hasBrowser)(
    "an error stands in overlay and log until it is mended; the app goes on with what was there",
    async () => {
      const { app, url, log, sent } = await start(name);
      const page = await visit(url);
      await shows(page, "get:/contacts");
      const good = app.read(GENERATED);
      app.put("specs/crm.yaml", `${spec()}\n  broken: [\n`);
      await overlay(page, "B44-105");
      const shown = await overlayOf(page);
      for (const part of ["plugin:b44-gen", "crm.yaml:", "  > ", "Fix the YAML"]) expect(shown).toContain(part);
      expect(log.text).toMatch(/error error B44-105/);
      expect(app.read(GENERATED)).toBe(good);
      await page.reload();
      await overlay(page, "B44-105");
      await shows(page, "get:/contacts");
      await pause(200);
      sent.length = 0;
      app.put("specs/crm.yaml", spec());
      await noOverlay(page);
      await shows(page, "get:/contacts");
      expect(sent.filter(({ type }) => type === "full-reload")).toEqual([]);
      const other = await visit(url);
      await shows(other, "get:/contacts");
      await pause(200);
      expect(await overlayOf(other)).toBe("");
    },
  );

  test.runIf(hasBrowser)("a server that starts with an error shows it, and then the app once it is fixed", async () => {
    const app = new App({ "specs/crm.yaml": "openapi: [" });
    const { url, log } = await start(name, app);
    expect(log.text).toContain("B44-105");
    const page = await visit(url);
    await overlay(page, "B44-105");
    app.put("specs/crm.yaml", spec());
    await until(
      () => app.has(GENERATED),
      () => "the generated files",
    );
    await until(
      async () => {
        const shown = await overlayOf(page).catch(() => "a page that is being loaded");
        // Vite may be loading it anew at the same time.
        if (shown !== "") await page.reload().catch(() => {});
        return shown === "";
      },
      () => "the overlay to go",
    );
    await shows(page, "get:/contacts");
  });

  test.runIf(hasBrowser)(
    "a function that goes away shows as an error where it is imported, until it is back",
    async () => {
      const { app, url } = await start(name);
      const page = await visit(url);
      await shows(page, "get:/status");
      await pause(200);
      app.put("specs/crm.yaml", spec({ more: false }));
      await overlay(page, "B44-841");
      expect(await overlayOf(page)).toMatch(/src\/app\.js imports getStatus, but [\s\S]*app\.js:1:/);
      app.put("specs/crm.yaml", spec());
      await noOverlay(page);
      await shows(page, "get:/status");
    },
  );
});
