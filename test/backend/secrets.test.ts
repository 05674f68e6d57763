import { beforeAll, describe, expect, test } from "vitest";
import { clientOf } from "./support/dev-server.js";
import { usePlatform } from "./support/platform.js";
import { type GeneratedModule, type Project, projectOf } from "./support/project.js";
import { isSpecMissing, SECRETS, SPECS, secretApis, testSecretCalls } from "./support/secret-calls.js";
import { useUpstream } from "./support/upstream.js";
import { startWorkerd } from "./support/workerd.js";

const upstream = useUpstream();
const platform = usePlatform();

const modules: Record<string, GeneratedModule> = {};
const call = (api: string, name: string, args?: unknown) =>
  modules[api]?.[name]?.(clientOf(platform.origin, "user"), args);

describe.skipIf(isSpecMissing)("functions with secrets, in workerd", () => {
  const names = Object.keys(SPECS);
  let project: Project;

  beforeAll(async () => {
    project = projectOf({ lang: "ts", apis: secretApis(upstream.origin) });
    await project.generate();
    for (const name of names) modules[name] = await project.load(`${name}.ts`);
  }, 120_000);

  describe("that are set", () => {
    beforeAll(async () => {
      await platform.serve(await startWorkerd({ folder: project.folder, names, secrets: SECRETS }));
    });

    testSecretCalls({ upstream, call });
  });

  describe("that are not set, or not usable", () => {
    const secrets = { RETS_USER: "the-user", LOAD_KEY: " ", STRIPE_KEY: "one\ntwo" };

    beforeAll(async () => {
      await platform.serve(await startWorkerd({ folder: project.folder, names, secrets }));
    });

    test.each<[what: string, api: string, name: string, args: unknown, secret: string]>([
      ["bearer", "box", "getFoldersId", { pathParams: { folder_id: "1" } }, "BOX_TOKEN"],
      ["the password beside a user name that is set", "rets", "getProperties", {}, "RETS_PASSWORD"],
      ["an API key of nothing but spaces", "load", "retrieveMasters", { queryParams: { limit: 1 } }, "LOAD_KEY"],
      ["one that no header can hold", "stripe", "getCustomers", {}, "STRIPE_KEY"],
    ])("%s: 500 with the name of the secret, no value, and nothing is sent", async (_, api, name, args, secret) => {
      const error = await call(api, name, args).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name: "Base44Error", status: 500, code: "secret_missing", data: { secret } });
      expect(error.message).toContain(`base44 secrets set ${secret}=`);
      const answer = JSON.stringify(error.originalError.response.data);
      for (const value of ["the-user", btoa("the-user:"), "one", "two"]) expect(answer).not.toContain(value);
      expect(upstream.received).toEqual([]);
    });
  });
});
