import { describe, expect, test } from "vitest";
import { folderOf } from "../project/support.js";
import { found } from "./support.js";

/** How often the method that does not exist is found in a file of the app. */
async function findings(text: string, file = "src/pages/page.jsx", module = "@/api/base44Client"): Promise<number> {
  return (await found(folderOf({ [file]: text }), { client: { module, export: "base44" } })).length;
}

const CLIENT = 'import { base44 } from "@/api/base44Client";\n';

describe("a client is recognised", () => {
  test.each<[string, string]>([
    ["imported by name", `${CLIENT}base44.connectors.getToken();`],
    ["by another name", 'import { base44 as b } from "@/api/base44Client";\nb.connectors.getToken();'],
    ["as default", 'import client from "../api/base44Client.js";\nclient.connectors.getToken();'],
    ["by a variable", `${CLIENT}const c = base44;\nconst k = c.connectors;\nk.getToken();`],
    ["by a variable that keeps its value", `${CLIENT}let c = base44;\nc.connectors.getToken();`],
    ["destructured", `${CLIENT}const { connectors } = base44;\nconnectors.getToken();`],
    ["destructured by another name", `${CLIENT}const { connectors: k } = base44;\nk.getToken();`],
    ["destructured deeply", `${CLIENT}const { asServiceRole: { functions } } = base44;\nfunctions.run();`],
    ["a method destructured", `${CLIENT}const { getToken } = base44.connectors;\ngetToken();`],
    ["by a member in quotes", `${CLIENT}base44["connectors"].getToken();`],
    ["through what may be missing", `${CLIENT}base44?.connectors?.getToken();`],
    ["in parentheses", `${CLIENT}(base44.connectors).getToken();`],
    ["as a parameter", "const custom = (base44) => base44.connectors.getToken();"],
    ["as a property of a parameter", "const custom = ({ base44 }) => base44.connectors.getToken();"],
    ["made by the SDK", 'import { createClient } from "@base44/sdk";\ncreateClient({ appId }).connectors.getToken();'],
    [
      "made of a request",
      'import { createClientFromRequest as of } from "npm:@base44/sdk@0.8.4";\nconst b = of(request);\nb.connectors.getToken();',
    ],
  ])("%s", async (_, text) => {
    expect(await findings(text)).toBe(1);
  });

  test("at the config's place", async () => {
    const text = 'import { base44 } from "../lib/client";\nbase44.connectors.getToken();';
    expect(await findings(text)).toBe(0);
    expect(await findings(text, "src/pages/page.jsx", "./src/lib/client")).toBe(1);
    expect(await findings(text, "src/pages/page.jsx", "@/lib/client")).toBe(1);
  });
});

describe("no client is recognised in", () => {
  test.each<[string, string]>([
    ["a name that is declared nowhere", "base44.connectors.getToken();"],
    ["another import", 'import { base44 } from "./other";\nbase44.connectors.getToken();'],
    ["another export", 'import { other } from "@/api/base44Client";\nother.connectors.getToken();'],
    ["a parameter that hides it", `${CLIENT}const f = (base44x, { connectors }) => connectors.getToken();`],
    ["a variable that hides it", `${CLIENT}{ const base44 = make(); base44.connectors.getToken(); }`],
    ["a variable that changes", `${CLIENT}let c = base44;\nc = other;\nc.connectors.getToken();`],
    ["a member with a default", `${CLIENT}const { connectors = mine } = base44;\nconnectors.getToken();`],
    ["the rest of it", `${CLIENT}const { auth, ...rest } = base44;\nrest.connectors.getToken();`],
    ["a method that is asked for first", `${CLIENT}if (base44.connectors.getToken) base44.connectors.getToken();`],
    ["a method that may be missing", `${CLIENT}base44.connectors.getToken?.();`],
    ["a method that the code puts there", `${CLIENT}base44.connectors.getToken = f;\nbase44.connectors.getToken();`],
    ["an alias of itself", "const base44 = base44.connectors;\nbase44.connectors.getToken();"],
  ])("%s", async (_, text) => {
    expect(await findings(text)).toBe(0);
  });
});
