import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { commandLine, OTHER_BUILD } from "./command-line.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The folders of `generated/`, each from a config or only from command-line options. */
const SAMPLES = {
  "crm-ts": { config: crm({ lang: "ts" }) },
  "crm-js": { config: crm({ lang: "js" }) },
  "crm-throw-ts": { config: crm({ lang: "ts", errors: "throw" }) },
  "petstore-2-ts": { spec: "petstore-2/swagger.json", options: ["--slug", "pets", "--all", "--lang", "ts"] },
  "many-files-js": { spec: "many-files/openapi.yaml", options: ["--slug", "orders", "--all", "--lang", "js"] },
  "backend-js": { config: backend({ lang: "js" }) },
  "library-ts": { spec: "library/openapi.yaml", options: ["--slug", "library", "--all", "--lang", "ts"] },
};

function crm(options) {
  const api = {
    spec: "../../fixtures/crm/openapi.yaml",
    operations: ["tag:Contacts", "tag:Deals", "tag:Admin", "get:/status"],
  };
  return { client: "@/api/base44Client", output: ".", ...options, apis: { "my-crm": api } };
}

/** An app with both transports that use functions, and a function of its own. */
function backend(options) {
  const crm = {
    spec: "../../fixtures/crm/openapi.yaml",
    via: { function: { secrets: { apiKey: "CRM_KEY" } } },
    operations: ["get:/contacts", "post:/contacts", "delete:/contacts/{contactId}"],
    access: { "delete:/contacts/{contactId}": "admin" },
    headers: { "X-Api-Version": "2" },
  };
  const calendar = {
    spec: "../../fixtures/calendar/openapi.yaml",
    via: { connector: { appUser: "65f1c2d3a4b5c6d7e8f90a1b" } },
    operations: "all",
  };
  const sendInvitation = {
    input: "../../fixtures/calendar/openapi.yaml#/components/schemas/Event",
    output: { type: "object", required: ["sent"], properties: { sent: { type: "integer" } } },
  };
  return {
    client: "@/api/base44Client",
    output: "src/api/generated",
    ...options,
    apis: { "my-crm": crm, calendar },
    functions: { sendInvitation },
    targets: ["app", "functions"],
  };
}

const { values: options } = commandLine({
  command: "npm run samples --",
  about: "Writes b44-gen's output for the fixtures to generated/, for readers and for test/samples.test.ts.",
  options: {
    into: { type: "string", value: "PATH", about: "writes to PATH/generated instead" },
    cli: OTHER_BUILD,
  },
});

/**
 * Writes all samples into `folder/generated`, beside a copy of the fixtures, so that paths equal those in the
 * repository.
 */
function writeSamples(folder) {
  writeFileSync(join(folder, "package.json"), "{}\n");
  for (const [name, { config, spec, options: given = [] }] of Object.entries(SAMPLES)) {
    for (const fixture of ["crm", "calendar", ...(spec ? [dirname(spec)] : [])]) {
      cpSync(join(root, "fixtures", fixture), join(folder, "fixtures", fixture), { recursive: true });
    }
    const cwd = join(folder, "generated", name);
    mkdirSync(cwd, { recursive: true });
    if (config?.functions) writeFileSync(join(cwd, "package.json"), '{ "name": "app" }\n');
    if (config) writeFileSync(join(cwd, "b44-gen.config.json"), `${JSON.stringify(config, null, 2)}\n`);
    const args = config ? [] : [`../../fixtures/${spec}`, ...given, "--out", "."];
    execFileSync(process.execPath, [options.cli, ...args], { cwd, stdio: ["ignore", "ignore", "pipe"] });
  }
}

if (options.into) {
  writeSamples(options.into);
} else {
  const folder = mkdtempSync(join(tmpdir(), "b44-gen-samples-"));
  try {
    writeSamples(folder);
    rmSync(join(root, "generated"), { recursive: true, force: true });
    cpSync(join(folder, "generated"), join(root, "generated"), { recursive: true });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
