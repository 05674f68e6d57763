import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { App, GENERATED, spec } from "./support/app.js";
import { moduleOf } from "./support/module.js";
import { pluginFor } from "./support/plugin.js";

beforeEach(() => void vi.stubEnv("CI", ""));
afterEach(() => void vi.unstubAllEnvs());

type Options = { config?: string; mode?: "generate" | "check" };
/** Builds `src/entry.js` of an app into `out/entry.js`. Rejects with all that the build tool has to say. */
type Build = (app: App, options: Options) => Promise<void>;

/** The config is named, because some of these tools look for it in the working folder, which is not the app. */
const configOf = (app: App, options: Options) => ({ config: app.path("b44-gen.config.json"), ...options });

const rollupLike =
  (name: "rollup" | "rolldown"): Build =>
  async (app, options) => {
    const { [name]: rollup } = await moduleOf(name);
    const plugin = (await pluginFor(name))(configOf(app, options));
    const bundle = await rollup({ input: app.path("src/entry.js"), plugins: [plugin], onLog: () => {} });
    await bundle.write({ file: app.path("out/entry.js"), format: "esm" });
    await bundle.close();
  };

/** webpack's and Rspack's way to say what came of a build. */
interface Stats {
  hasErrors(): boolean;
  toString(): string;
}
interface Compiler {
  run(done: (error: Error | null, stats?: Stats) => void): void;
  close(done: () => void): void;
}

const webpackLike =
  (name: "webpack" | "rspack"): Build =>
  async (app, options) => {
    const plugin = (await pluginFor(name))(configOf(app, options));
    const config = {
      context: app.folder,
      mode: "none",
      entry: "./src/entry.js",
      output: { path: app.path("out"), filename: "entry.js" },
      resolve: { alias: { "@": app.path("src") }, extensionAlias: { ".js": [".js"] } },
      plugins: [plugin],
    } as never;
    const make: (given: never) => unknown =
      name === "webpack" ? (await moduleOf("webpack")).default : (await moduleOf("@rspack/core")).rspack;
    const compiler = make(config) as Compiler;
    await new Promise<void>((done, failed) => {
      compiler.run((error, stats) => {
        compiler.close(() => (error || stats?.hasErrors() ? failed(error ?? new Error(stats?.toString())) : done()));
      });
    });
  };

const esbuild: Build = async (app, options) => {
  const { build } = await moduleOf("esbuild");
  const plugin = (await pluginFor("esbuild"))(configOf(app, options));
  await build({
    absWorkingDir: app.folder,
    entryPoints: ["src/entry.js"],
    outfile: "out/entry.js",
    bundle: true,
    external: ["@/*"],
    logLevel: "silent",
    plugins: [plugin],
  });
};

const tools: { name: string; build: Build }[] = [
  { name: "rollup", build: rollupLike("rollup") },
  { name: "rolldown", build: rollupLike("rolldown") },
  { name: "webpack", build: webpackLike("webpack") },
  { name: "rspack", build: webpackLike("rspack") },
  { name: "esbuild", build: esbuild },
];

const ENTRY = `import { listContacts } from "./api/generated/crm.js";\nglobalThis.result = listContacts;\n`;

describe.each(tools)("$name", ({ build }) => {
  test("generates before the first module is read", async () => {
    const app = new App({ "src/entry.js": ENTRY });
    await build(app, {});
    expect(app.read("out/entry.js")).toContain("get:/contacts");
    app.put("specs/crm.yaml", spec({ path: "/people" }));
    await build(app, {});
    expect(app.read("out/entry.js")).toContain("get:/people");
  });

  test("a check that finds drift fails the build, names the files, and writes nothing", async () => {
    const app = new App({ "src/entry.js": ENTRY });
    await build(app, {});
    await build(app, { mode: "check" });
    app.put("specs/crm.yaml", spec({ path: "/people" }));
    await expect(build(app, { mode: "check" })).rejects.toThrow(/B44-711 .*crm\.js/s);
    vi.stubEnv("CI", "true");
    await expect(build(app, {})).rejects.toThrow(/B44-711 .*crm\.js/s);
    expect(app.read(GENERATED)).toContain("get:/contacts");
  });

  test("a spec that cannot be used fails the build", async () => {
    const app = new App({ "src/entry.js": ENTRY, "specs/crm.yaml": "openapi: [" });
    await expect(build(app, {})).rejects.toThrow(/B44-105/);
  });
});
