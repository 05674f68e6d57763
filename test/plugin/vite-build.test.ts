import { readdirSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { App, GENERATED, pause, spec, until } from "./support/app.js";
import { moduleOf } from "./support/module.js";
import { Log, VITES, viteConfig, viteOf } from "./support/vite.js";

beforeEach(() => void vi.stubEnv("CI", ""));
afterEach(() => void vi.unstubAllEnvs());

/** The JavaScript that a build wrote. */
function bundleOf(app: App, folder = "dist"): string {
  const names = readdirSync(app.path(folder), { recursive: true, encoding: "utf8" });
  return names.flatMap((name) => (/\.m?js$/.test(name) ? app.read(`${folder}/${name}`) : [])).join("\n");
}

describe.each(VITES)("%s", (name) => {
  test("generates before the build, beside Base44's own plugin", async () => {
    const vite = await viteOf(name);
    const app = new App();
    const config = await viteConfig(app.folder, new Log());
    vi.stubEnv("VITE_BASE44_APP_BASE_URL", "https://app.example.com");
    const { default: base44 } = await moduleOf("@base44/vite-plugin");
    await vite.build({ ...config, plugins: [base44({}), ...config.plugins] });
    expect(vite.version).toMatch(new RegExp(`^${name.slice(-1)}\\.`));
    expect(app.has(GENERATED)).toBe(true);
    expect(bundleOf(app)).toContain("get:/contacts");
  });

  test("with CI set, a drift fails the build, names the files, and nothing is written", async () => {
    const vite = await viteOf(name);
    const app = new App();
    vi.stubEnv("CI", "true");
    const built = vite.build(await viteConfig(app.folder, new Log()));
    await expect(built).rejects.toThrow(/B44-71[05][\s\S]*crm\.js/);
    expect(app.has("src/api/generated")).toBe(false);
    vi.stubEnv("CI", "");
    await vite.build(await viteConfig(app.folder, new Log()));
    vi.stubEnv("CI", "true");
    await vite.build(await viteConfig(app.folder, new Log()));
    app.put("specs/crm.yaml", spec({ path: "/people" }));
    await expect(vite.build(await viteConfig(app.folder, new Log()))).rejects.toThrow(/B44-711 .*crm\.js/s);
    expect(app.read(GENERATED)).toContain("get:/contacts");
  });

  test("a spec that cannot be used fails the build with a diagnostic, without a stack trace", async () => {
    const vite = await viteOf(name);
    const app = new App({ "specs/crm.yaml": "openapi: 3.1.0\npaths: [" });
    const error = await vite.build(await viteConfig(app.folder, new Log())).catch((thrown: Error) => thrown);
    expect(String(error instanceof Error && error.message)).toMatch(/error B44-10\d .*\n {2}at .*crm\.yaml:2/);
    expect(error instanceof Error && error.stack).not.toMatch(
      /\n\s+at .*(?<!node_modules\/.*)\/dist\/(?:vite\.js|chunks\/)/,
    );
  });

  test("the config is found above Vite's root, or at the plugin's option", async () => {
    const vite = await viteOf(name);
    const app = new App({ "web/index.html": `<script type="module" src="../src/main.js"></script>` });
    const config = { ...(await viteConfig(app.folder, new Log())), root: app.path("web") };
    await vite.build(config);
    expect(bundleOf(app, "web/dist")).toContain("get:/contacts");
    app.put("web/.git/HEAD", "");
    await expect(vite.build(config)).rejects.toThrow("B44-501");
    app.put("specs/crm.yaml", spec({ path: "/people" }));
    const told = await viteConfig(app.folder, new Log(), { config: "../b44-gen.config.json" });
    await vite.build({ ...told, root: app.path("web") });
    expect(bundleOf(app, "web/dist")).toContain("get:/people");
  });

  test("several environments share one run", async () => {
    const vite = await viteOf(name);
    // A config that reads a clock is no pure function of its text, so every run loads it.
    const counting = `import { appendFileSync } from "node:fs";
appendFileSync(${JSON.stringify("COUNT")}, "x");
export default { apis: { crm: { spec: "specs/crm.yaml", operations: "all" } } };\n`;
    const app = new App();
    app.remove("b44-gen.config.json");
    app.put("b44-gen.config.mjs", counting.replace("COUNT", app.path("count")));
    app.put("src/server.js", app.read("src/app.js"));
    const ssr = {
      build: { outDir: "dist/server", minify: false, rollupOptions: { input: app.path("src/server.js") } },
    };
    const config = { ...(await viteConfig(app.folder, new Log())), environments: { ssr }, builder: {} };
    // A file that was written within a step of the file system's clock may have been written during the run.
    await pause(50);
    const builder = await vite.createBuilder({ ...config, builder: { buildApp: buildAll } });
    await builder.buildApp();
    expect(bundleOf(app, "dist/server")).toContain("get:/contacts");
    expect(app.read("count")).toBe("x");
  });

  test("build --watch: one save causes one build, and an error is logged and cleared", async () => {
    const vite = await viteOf(name);
    const app = new App();
    const log = new Log();
    const config = await viteConfig(app.folder, log);
    const watcher = (await vite.build({ ...config, build: { ...config.build, watch: {} } })) as Watcher;
    const ends: string[] = [];
    watcher.on("event", (event) => {
      if (event.code === "BUNDLE_END") void event.result?.close();
      if (event.code === "END") ends.push(bundleOf(app).includes("get:/people") ? "new" : "old");
      if (event.code === "ERROR") ends.push("error");
    });
    try {
      await until(
        () => ends.length === 1,
        () => `the first build, not ${ends} ${log.text}`,
      );
      await pause(300);
      app.put("specs/crm.yaml", spec({ path: "/people" }));
      await until(
        () => ends.includes("new"),
        () => `a build of the new spec, not ${ends} ${log.text}`,
      );
      await pause(700);
      expect(ends).toEqual(["old", "new"]);
      app.put("specs/crm.yaml", "openapi: [");
      await until(
        () => /B44-10\d/.test(log.text),
        () => `an error in the log, not ${log.text}`,
      );
      expect(app.read(GENERATED)).toContain("get:/people");
    } finally {
      await watcher.close();
    }
  });
});

/** What Vite gives for a build that watches. */
interface Watcher {
  on(event: "event", listener: (event: { code: string; result?: { close(): Promise<void> } }) => void): void;
  close(): Promise<void>;
}

async function buildAll(builder: {
  environments: object;
  build(environment: unknown): Promise<unknown>;
}): Promise<void> {
  for (const environment of Object.values(builder.environments)) await builder.build(environment);
}
