import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DevServer, startDevServer } from "./support/dev-server.js";
import { type GeneratedModule, type Project, projectOf } from "./support/project.js";
import { isSpecMissing, SECRETS, SPECS, secretApis, testSecretCalls } from "./support/secret-calls.js";
import { useUpstream } from "./support/upstream.js";

const upstream = useUpstream();

describe.skipIf(isSpecMissing)("generated functions under base44 dev, called through the SDK", () => {
  let project: Project;
  let server: DevServer;
  const modules: Record<string, GeneratedModule> = {};

  beforeAll(async () => {
    const apis = secretApis(upstream.origin);
    project = projectOf({ lang: "ts", apis });
    await project.generate();
    server = await startDevServer(project.folder, SECRETS);
    for (const name of Object.keys(apis)) modules[name] = await project.load(`${name}.ts`);
  }, 120_000);
  afterAll(() => server?.stop());

  test("every function is loaded", () => {
    for (const name of Object.keys(SPECS))
      expect(server.log()).toMatch(new RegExp(`Loaded functions: .*\\b${name}\\b`));
  });

  const call = (api: string, name: string, args?: unknown) => modules[api]?.[name]?.(server.client(), args);
  testSecretCalls({ upstream, call });

  test("a caller who is not signed in is refused, and so is an operation outside the selection", async () => {
    const refused = modules.stripe?.getCustomers?.(server.client("nobody"));
    await expect(refused).rejects.toMatchObject({ status: 401, code: "not_signed_in" });
    const outside = server.client().functions.invoke("stripe", { operation: "get:/v1/balance", args: {} });
    await expect(outside).rejects.toMatchObject({ response: { status: 404, data: { code: "unknown_operation" } } });
    expect(upstream.received).toEqual([]);
  });

  test("no file or log contains a secret", () => {
    const texts = [server.log(), ...filesBelow(project.folder).map((file) => readFileSync(file, "utf8"))];
    for (const value of Object.values(SECRETS)) expect(texts.filter((text) => text.includes(value))).toEqual([]);
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name === "node_modules") return [];
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
