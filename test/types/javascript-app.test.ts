import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Config, compile, type Problem, STRICT, show, VERSIONS, type Version } from "./support/compile.js";
import { CLIENT, generateInto, project } from "./support/project.js";
import type { Case } from "./tables/case.js";
import { caseFiles, checkCase } from "./tables/check.js";
import { rawCases } from "./tables/raw-calls.js";

/** As the Base44 builder writes it (27 of 38 apps have it). */
const BUILDER = {
  compilerOptions: {
    baseUrl: ".",
    paths: { "@/*": ["./src/*"] },
    jsx: "react-jsx",
    module: "esnext",
    moduleResolution: "bundler",
    lib: ["esnext", "dom"],
    target: "esnext",
    checkJs: true,
    skipLibCheck: true,
    allowSyntheticDefaultImports: true,
    esModuleInterop: true,
    resolveJsonModule: true,
    types: [],
  },
  include: ["src/components/**/*.js", "src/pages/**/*.jsx", "src/Layout.jsx"],
  exclude: ["node_modules", "dist", "src/components/ui", "src/api", "src/lib"],
};

/** As in the app template of Base44's command line: JavaScript is not checked, all of `src` is in the program. */
const { checkJs: _, ...unchecked } = BUILDER.compilerOptions;
const TEMPLATE = { compilerOptions: unchecked, include: ["src/**/*.js", "src/**/*.jsx"] };

/** `baseUrl` is no option any more since TypeScript 6, which then looks no further. Nothing here needs it. */
function forVersion<Options extends { baseUrl?: string }>(
  config: Config & { compilerOptions: Options },
  version: Version,
): Config {
  const { baseUrl, ...compilerOptions } = config.compilerOptions;
  return version === "typescript-6" || version === "typescript-7" ? { ...config, compilerOptions } : config;
}

const PAGE = `import { isApiError, listContacts, unwrap } from "@/api/generated/my-crm";
import { createOrders, myCrm } from "@/api/generated";
import { base44 } from "@/api/base44Client";

export default async function Contacts() {
  const result = await listContacts(base44, { queryParams: { limit: 10 } });
  if (!result.success) return <p>{result.status_code === 404 ? result.data.message : result.status_code}</p>;
  const orders = await createOrders(base44).ordersList();
  try {
    await unwrap(myCrm.getContact({ pathParams: { contactId: "c" } }));
  } catch (error) {
    if (isApiError(error, myCrm.getContact) && error.status_code === 404) return <p>{error.data.message}</p>;
  }
  return (
    <ul>
      {result.data.map((contact) => (
        <li key={contact.id}>{contact.name.toUpperCase()}</li>
      ))}
      <li>{orders.success ? orders.data.length : 0}</li>
    </ul>
  );
}
`;

const PRELUDE = `import { listContacts, getContact } from "@/api/generated/my-crm"; import { myCrm } from "@/api/generated"; import { base44 } from "@/api/base44Client";`;

const wrapperCases: Case[] = [
  ["a right call", "listContacts(base44, { queryParams: { limit: 3 } });"],
  ["an unknown query parameter", "listContacts(base44, { queryParams: { size: 3 } });", "TS2353", /'size'/],
  [
    "a failure told by comparison, without strictNullChecks too",
    "const r = await listContacts(base44); if (r.success === false) r.data; else r.data.map(({ name }) => name);",
  ],
  ["no required arguments", "getContact(base44);", "TS2554"],
  ["the bound object", "myCrm.getContact({ pathParams: { contactId: 3 } });", "TS2322"],
  ["a result that was not looked at", "(await listContacts(base44)).data.length;", "TS2339 or TS2571"],
];

/** The raw calls in pages that import nothing that was generated. */
const RAW_PRELUDE = `import { base44 } from "@/api/base44Client";`;

async function app(files: Record<string, string>): Promise<string> {
  const folder = project({
    "src/api/base44Client.js": CLIENT,
    "src/main.jsx": 'import Contacts from "./pages/Contacts";\nexport const app = <Contacts />;\n',
    ...files,
  });
  const client = { module: "@/api/base44Client", export: "base44" };
  const specs = { "my-crm": "crm/openapi.yaml", orders: "many-files/openapi.yaml" };
  await generateInto(folder, "src/api/generated", specs, { language: "js", client });
  return folder;
}

const inPages = (files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path.replace("src/cases/", "src/pages/"), text]));

const inCases = (problems: Problem[]) =>
  problems.map((problem) => ({ ...problem, file: problem.file.replace("src/pages/", "src/cases/") }));

const ofCases = ({ file }: Problem) => /-\d+\.jsx$/.test(file);

/** An app for each version, since jsconfig.json has to be called so, and what the version says with the builder's. */
const apps = new Map<Version, { folder: string; said: Promise<Problem[]> }>();
beforeAll(async () => {
  for (const version of VERSIONS) {
    const folder = await app({
      "src/pages/Contacts.jsx": PAGE,
      ...inPages(caseFiles({ wrapper: wrapperCases }, PRELUDE, "jsx")),
      ...inPages(caseFiles({ raw: rawCases }, RAW_PRELUDE, "jsx")),
    });
    apps.set(version, { folder, said: compile(folder, version, forVersion(BUILDER, version), "jsconfig.json") });
  }
});

describe.each(VERSIONS)("a JavaScript app with %s", (version) => {
  let problems: Problem[] = [];
  beforeAll(async () => {
    problems = inCases(await apps.get(version)!.said);
  });

  it("compiles with the builder's jsconfig", () => {
    expect(problems.filter((problem) => !ofCases(problem)).map(show)).toEqual([]);
  });

  it.each(wrapperCases.map((item, index) => [item[0], index] as const))("wrappers: %s", (_name, index) => {
    checkCase(problems, `src/cases/wrapper-${index}.jsx`, wrapperCases[index]!);
  });

  it.each(rawCases.map((item, index) => [item[0], index] as const))("custom.call itself: %s", (_name, index) => {
    checkCase(problems, `src/cases/raw-${index}.jsx`, rawCases[index]!);
  });
});

describe.each((["typescript-5.8", "typescript-7"] as const).filter((version) => VERSIONS.includes(version)))(
  "a JavaScript app with %s",
  (version) => {
    it("compiles with the template's jsconfig", async () => {
      const { folder } = apps.get(version)!;
      expect((await compile(folder, version, forVersion(TEMPLATE, version), "jsconfig.json")).map(show)).toEqual([]);
    });

    it.each([{ checkJs: true }, { checkJs: true, strict: true }])(
      "compiles with the template's jsconfig and %j",
      async (options) => {
        const apart = await app({ "src/pages/Contacts.jsx": PAGE });
        const compilerOptions = { ...TEMPLATE.compilerOptions, ...options };
        const config = forVersion({ ...TEMPLATE, compilerOptions }, version);
        const problems = await compile(apart, version, config, "jsconfig.json");
        expect(problems.map(show)).toEqual([]);
      },
    );

    it("compiles strictly, declarations and code both in the program", async () => {
      const { folder } = apps.get(version)!;
      const { paths, jsx } = BUILDER.compilerOptions;
      const compilerOptions = { ...STRICT, paths, jsx, allowJs: true, checkJs: false };
      const config = { compilerOptions, include: ["src/api", "src/pages/Contacts.jsx"] };
      expect((await compile(folder, version, config, "jsconfig.json")).map(show)).toEqual([]);
    });

    it("does not type raw calls if no page imports generated code, until the declarations are included", async () => {
      const call = 'base44.integrations.custom.call("my-crm", "listContacts")';
      const apart = await app({
        "src/pages/Raw.jsx": `${RAW_PRELUDE}\nexport const wrong = (await ${call}).data.any;\n`,
      });
      const config = forVersion(BUILDER, version);
      expect(await compile(apart, version, config, "jsconfig.json")).toEqual([]);
      const declarations = "src/api/generated/b44.custom-call.d.ts";
      const included = { ...config, include: [...BUILDER.include, declarations], exclude: ["node_modules"] };
      const problems = await compile(apart, version, included, "jsconfig.json");
      expect(problems.map(show)).toEqual([
        expect.stringMatching(/Raw\.jsx:2 TS2339 .*NoSuchOperation<"my-crm", "listContacts">/),
      ]);
    });
  },
);

it("the output for an app in JavaScript is JavaScript with declarations", () => {
  const { folder } = apps.get("typescript-7")!;
  const module = readFileSync(join(folder, "src/api/generated/my-crm.js"), "utf8");
  expect(module).not.toMatch(/\b(interface|type) /);
});
