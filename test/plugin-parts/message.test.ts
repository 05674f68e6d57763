import { join } from "node:path";
import { expect, test } from "vitest";
import { loadConfig } from "../../src/config/index.js";
import { DiagnosticError } from "../../src/diagnostics/index.js";
import { buildError, logText } from "../../src/plugin/message.js";
import { errorPayload } from "../../src/plugin/vite/overlay.js";
import { project } from "../config/project.js";

/** What a build tool and its overlay say of a config that cannot be loaded. */
async function said(config: string): Promise<string> {
  const folder = project({ "b44-gen.config.ts": config });
  const error = await loadConfig(join(folder, "b44-gen.config.ts")).catch((thrown) => thrown);
  if (!(error instanceof DiagnosticError)) throw new Error("The config is right.");
  const texts = [buildError(error.diagnostics).message, logText(error.diagnostics)];
  return [...texts, JSON.stringify(errorPayload(error.diagnostics))].join("\n");
}

test("a build error shows the lines around a fault of the config", async () => {
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

const WRONG = "spec: 5,";
const SECRET = `via: { function: { secrets: { k: "hunter2, my key" } } },`;

test.each([
  ["above it", [WRONG, SECRET]],
  ["below it", [SECRET, WRONG]],
])("none around another fault of the same config, %s", async (_, lines) => {
  const text = await said(
    `export default {\n  apis: {\n    mail: {\n      ${lines.join("\n      ")}\n    },\n  },\n};\n`,
  );
  expect(text).toContain("apis.mail.spec");
  expect(text).toContain("apis.mail.via.function.secrets.k");
  expect(text).not.toContain("hunter2");
});
