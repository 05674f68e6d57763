import { expect, it } from "vitest";
import { emitIndex } from "../../src/emit/module/index.js";
import type { Api } from "../../src/ir/index.js";

const api = (objectName: string, factoryName: string) =>
  ({ objectName, factoryName, fileName: "api", title: undefined }) as Api;

it.each<[exportName: string, names: [objectName: string, factoryName: string], wanted: string]>([
  ["base44", ["crm", "createCrm"], "import { base44 } from"],
  ["default", ["crm", "createCrm"], "import { default as appClient } from"],
  ["crm", ["crm", "createCrm"], "import { crm as appClient } from"],
  ["createCrm", ["crm", "createCrm"], "import { createCrm as appClient } from"],
  ["default", ["appClient", "createAppClient"], "import { default as appClient_ } from"],
])("a client exported as %s beside %j", (exportName, [objectName, factoryName], wanted) => {
  const [file] = emitIndex([api(objectName, factoryName)], {
    language: "ts",
    client: { module: "./client", exportName },
  });
  const [, local] = /import \{ (?:\w+ as )?(\w+) \}/.exec(file!.text)!;
  expect(file!.text).toContain(wanted);
  expect(file!.text).toContain(`export const ${objectName} = /* @__PURE__ */ ${factoryName}(${local});`);
});
