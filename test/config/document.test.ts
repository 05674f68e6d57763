import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { configMarkdown, describeConfig } from "../../src/config/document.js";

test("the documentation has every key with its default", () => {
  expect(describeConfig().map((key) => `${key.path}${key.required ? "" : "?"} = ${key.default}`)).toEqual([
    "client? = found in the project",
    "client.module = undefined",
    'client.export? = "base44"',
    'output? = "src/api/generated"',
    'errors? = "result"',
    "lang? = the project's language",
    "apis? = {}",
    "apis.*? = undefined",
    "apis.*.spec = undefined",
    'apis.*.via? = "integration"',
    "apis.*.via.connector? = undefined",
    "apis.*.via.connector.workspace? = undefined",
    "apis.*.via.connector.appUser? = undefined",
    "apis.*.via.connector.metered? = undefined",
    "apis.*.via.function? = undefined",
    "apis.*.via.function.secrets? = {}",
    "apis.*.via.function.secrets.*? = undefined",
    "apis.*.via.function.secrets.*.name? = undefined",
    "apis.*.via.function.secrets.*.prefix? = undefined",
    "apis.*.via.function.secrets.*.username? = undefined",
    "apis.*.via.function.secrets.*.password? = undefined",
    "apis.*.via.function.secrets.*.clientId? = undefined",
    "apis.*.via.function.secrets.*.clientSecret? = undefined",
    "apis.*.via.function.secrets.*.tokenUrl? = the spec's",
    'apis.*.via.function.secrets.*.authentication? = "basic"',
    "apis.*.via.function.secrets.*.parameters? = undefined",
    "apis.*.via.function.secrets.*.parameters.*? = undefined",
    "apis.*.via.function.secrets.*.parameters.*.secret? = undefined",
    "apis.*.operations = undefined",
    "apis.*.names? = {}",
    "apis.*.names.*? = undefined",
    'apis.*.scopes? = "least"',
    'apis.*.access? = "user"',
    "apis.*.access.*? = undefined",
    "apis.*.headers? = {}",
    "apis.*.headers.*? = undefined",
    "apis.*.headers.*.secret = undefined",
    "apis.*.headers.*.prefix? = undefined",
    "apis.*.requestHeaders? = []",
    "apis.*.responseHeaders? = []",
    "apis.*.streams? = []",
    "apis.*.baseUrl? = the connector's or the spec's",
    "apis.*.timeout? = 60000",
    "apis.*.validate? = true",
    "apis.*.allowFile? = []",
    "apis.*.allowHost? = []",
    "functions? = {}",
    "functions.*? = undefined",
    "functions.*.input? = undefined",
    "functions.*.output? = undefined",
    'functions.*.access? = "user"',
    'targets? = ["app"]',
  ]);
});

test("the table has a line for every key", () => {
  const table = configMarkdown();
  expect(table.trim().split("\n")).toHaveLength(describeConfig().length + 2);
  expect(table).toContain('| `errors` | `"result" \\| "throw"` | `"result"` | What a call does');
  expect(table).toContain("| `apis.*.spec` | `string` | required | The OpenAPI spec");
  expect(table).toContain("| `apis.*.timeout` | `number` | `60000` | For connectors");
  expect(table).toContain("| `apis.*.baseUrl` | `string` | the connector's or the spec's | For connectors");
});

test("the types match the schema", () => {
  const files = ["model/config.ts", "model/api.ts", "model/via.ts", "model/own-function.ts"];
  const types = files
    .map((file) =>
      readFileSync(new URL(`../../src/config/${file}`, import.meta.url), "utf8").replace(/\s+(\* )?/g, " "),
    )
    .join(" ");
  for (const { path, description } of describeConfig()) {
    if (!path.endsWith(".*")) expect(types).toContain(description);
  }
});
