import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { generate } from "../../src/pipeline/index.js";
import { DEFAULTS } from "../plan/support.js";
import { compile, STRICT, show } from "./support/compile.js";
import { CLIENT, project, root } from "./support/project.js";

const spec = (name: string) => join(root, `../shared/specs/real/${name}`);
const CREDENTIALS = { clientId: "CLIENT_ID", clientSecret: "CLIENT_SECRET" };

/** Real specs whose scheme has the flow, with what the config says of it. */
const APIS = {
  disputes: {
    spec: spec("paypal_paypal-rest-api-specifications_openapi_customer_disputes_v1.json"),
    secrets: { Oauth2: CREDENTIALS },
  },
  motaword: {
    spec: spec("jentic_motaword.com_main_1.0_orig_swagger.yaml"),
    secrets: { mwoAuth: CREDENTIALS, basicAuth: "BASIC" },
  },
  catalogue: { spec: spec("apache_polaris_spec_iceberg-rest-catalog-open-api.yaml"), secrets: { OAuth2: CREDENTIALS } },
};

it.skipIf(Object.values(APIS).some((api) => !existsSync(api.spec)))(
  "functions of real specs that fetch tokens compile under the strictest settings",
  async () => {
    const folder = project({ "src/base44Client.ts": CLIENT, "base44/config.jsonc": '{ "name": "app" }' });
    await generate({
      apis: Object.entries(APIS).map(([name, { spec, secrets }]) => {
        const way = { via: "function" as const, ...DEFAULTS, secrets, baseUrl: "https://api.acme.com" };
        return { name, way, spec, operations: "all" as const, cwd: folder };
      }),
      targets: ["app", "functions"],
      folder,
      output: join(folder, "src/api"),
      errors: "result",
      language: "ts",
      client: { module: "../base44Client.js", export: "base44" },
      anyNumber: true,
      force: false,
      dryRun: false,
      progress: () => {},
    });
    const functions = {
      extends: "./base44/tsconfig.functions.json",
      include: undefined,
      compilerOptions: { ...STRICT, module: undefined, moduleResolution: undefined, types: undefined, jsx: undefined },
    };
    const problems = await compile(folder, "typescript-7", functions as never, "tsconfig.functions.json");
    expect(problems.map(show)).toEqual([]);
  },
);
