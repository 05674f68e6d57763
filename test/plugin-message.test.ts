import { join } from "node:path";
import { expect, test } from "vitest";
import { loadConfig } from "../src/config/index.js";
import { DiagnosticError } from "../src/diagnostics/index.js";
import { buildError } from "../src/plugin/message.js";
import { project } from "./config-project.js";

/** What a build tool says of a config that cannot be loaded. */
async function said(config: string): Promise<string> {
  const folder = project({ "b44-gen.config.ts": config });
  const error = await loadConfig(join(folder, "b44-gen.config.ts")).catch((thrown) => thrown);
  if (!(error instanceof DiagnosticError)) throw new Error("The config is right.");
  return buildError(error.diagnostics).message;
}

test("a build's error shows the lines around a fault of the config", async () => {
  expect(await said("export default {\n  apis: { crm: { spec: 5 } },\n};\n")).toContain(
    "> 2 |   apis: { crm: { spec: 5 } },",
  );
});

test.each([
  ["a secret in place of its name", `{ k: "my key: hunter2!" }`],
  ["a secret of the wrong form", `{ k: { name: "A", value: "hunter2" } }`],
  ["what looks like a secret", `{ k: { prefix: "${"sk_"}live_hunter2abc" } }`],
])("none where a secret may stand: %s", async (_, secrets) => {
  const api = `{ spec: "./s.yaml", operations: ["get:/a"], via: { function: { secrets: ${secrets} } } }`;
  expect(await said(`export default {\n  apis: { crm: ${api} },\n};\n`)).not.toContain("hunter2");
});
