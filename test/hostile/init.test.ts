import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { ciText } from "../../src/init/ci/ci-file.js";
import { configFile } from "../../src/init/config-file.js";
import type { InitApi } from "../../src/init/model.js";
import { PAYLOADS } from "./payloads.js";
import { runFaults } from "./run.js";
import { identifiersOf, parsed, shapeOf, textFaults } from "./shape.js";

/** Texts that come into a config from a spec (tags, paths, operationIds, security schemes), or from a command line. */
function config(text: string, isInstalled: boolean, isList: boolean) {
  const secrets = Object.fromEntries([[text, "THINGS_KEY"]]);
  const operations = [`tag:${text}`, `get:/things/${text}`, `id:${text}`, ...(isList ? ["get:/x".repeat(30)] : [])];
  const api: InitApi & { operations: string[] } = {
    name: "my-api",
    spec: `https://api.example.com/${text}`,
    via: { function: { secrets } },
    operations,
    baseUrl: text || "x",
    allowFile: [`./${text}`],
    allowHost: [text],
  };
  return configFile({ folder: "/app", cwd: "/app", api, format: "js", language: "ts", isInstalled }).text;
}

/** The config that a module exports, evaluated. */
function evaluated(text: string): { apis: Record<string, { operations: string[]; allowHost: string[] }> } {
  const json = new Function("defineConfig", text.replace(/^import .*$/m, "").replace("export default", "return"));
  return json((value: unknown) => value) as ReturnType<typeof evaluated>;
}

describe("a config that init writes", () => {
  it.each(PAYLOADS.map(({ name, text }) => [name, text] as const))("with %s", async (_, text) => {
    for (const [isInstalled, isList] of [
      [true, false],
      [false, true],
    ] as const) {
      const harmless = parsed("a.js", config("harmless", isInstalled, isList));
      const fixed = new Set([...identifiersOf(harmless)].filter((name) => !name.includes("harmless")));
      const written = config(text, isInstalled, isList);
      const file = parsed("a.js", written);
      expect(textFaults(file)).toEqual([]);
      expect(shapeOf(file, fixed)).toBe(shapeOf(harmless, fixed));
      const api = evaluated(written).apis["my-api"];
      expect(api?.operations.slice(0, 3)).toEqual([`tag:${text}`, `get:/things/${text}`, `id:${text}`]);
      expect(api?.allowHost).toEqual([text]);
      expect("pwned" in globalThis).toBe(false);
    }
    expect(await runFaults(new Map([["a.js", config(text, false, true)]]))).toEqual([]);
  });
});

describe("a workflow file that init writes", () => {
  const text = (folder: string, provider: "github" | "gitlab") =>
    ciText(provider, {
      app: folder,
      install: `${folder}/packages`,
      installation: { manager: "npm", folder: "/app", lockfile: "package-lock.json" },
      nodeVersionFile: `${folder}/.nvmrc`,
    });

  /** What the app's file, jobs and branches are called by: letters, digits and hyphens, whatever the folder's name is. */
  const unnamed = (text: string) => text.replace(/b44-gen-app[\p{L}\p{N}_-]*/gu, "NAME");

  /** A value with every text that may differ left out. */
  const shape = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shape);
    if (typeof value !== "object" || value === null) return typeof value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [unnamed(key), shape(item)]));
  };

  const texts = (value: unknown): string[] =>
    typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : [unnamed(String(value))];

  it.each(PAYLOADS.map(({ name, text }) => [name, text] as const))("for a folder named %s", (_, folder) => {
    for (const provider of ["github", "gitlab"] as const) {
      const harmless = load(text("app/harmless", provider));
      const document = load(text(`app/${folder}`, provider));
      expect(shape(document)).toEqual(shape(harmless));
      const want = texts(harmless).map((one) => one.replaceAll("harmless", () => folder));
      expect(texts(document)).toEqual(want);
    }
  });
});
