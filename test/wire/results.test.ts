import { Base44Error } from "@base44/sdk";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Bound, type Generated, generated, rejection, usePlatform } from "./support.js";

const platform = usePlatform();

/** The SDK says every failure on the console. */
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

const getArgs = { pathParams: { id: 1 } };
const patchArgs = { pathParams: { id: 1 }, payload: { name: "A" } };

/** Runs in both languages: the templates are two. */
describe.each(["js", "ts"] as const)("results (%s)", (language) => {
  let crm: Generated;
  let throwing: Generated;

  beforeAll(async () => {
    crm = await generated({ spec: "contacts.yaml", slug: "my-crm", language });
    throwing = await generated({ spec: "contacts.yaml", slug: "my-crm", language, errors: "throw" });
  });

  const answers: [given: string, name: string, args: object, status: number, data: unknown][] = [
    ["a success", "getContact", getArgs, 200, { name: "Ann" }],
    ["an array", "listContacts", {}, 200, [{ name: "Ann" }]],
    ["a success without content", "deleteContact", getArgs, 204, null],
    ["a success by range", "updateContact", patchArgs, 202, { any: "thing" }],
    ["an undeclared success", "getContact", getArgs, 206, { name: "A" }],
    ["a declared failure", "getContact", getArgs, 404, { message: "none" }],
    ["a failure by range", "updateContact", patchArgs, 409, { message: "conflict" }],
    ["a failure by default", "updateContact", patchArgs, 500, "down"],
    ["an undeclared failure", "getContact", getArgs, 418, { teapot: true }],
    ["a failure of credentials", "getContact", getArgs, 401, null],
    ["data that is false", "getContact", getArgs, 200, false],
    ["data that is 0", "getContact", getArgs, 200, 0],
    ["data that is an empty string", "getContact", getArgs, 200, ""],
  ];

  describe("a result is as the platform returns it", () => {
    it.each(answers)("%s", async (_given, name, args, status, data) => {
      platform.api(status, data);
      const result = await crm.functions[name]!(platform.client(), args);
      expect(result).toEqual({ success: status < 300, status_code: status, data });
    });

    it("with keys that FACTS does not have", async () => {
      const body = { success: true, status_code: 200, data: {}, headers: { etag: "x" } };
      platform.answer = { status: 200, body };
      expect(await crm.functions.ping!(platform.client())).toEqual(body);
    });

    it("without data if it has none", async () => {
      platform.answer = { status: 200, body: { success: true, status_code: 204 } };
      expect(await crm.functions.ping!(platform.client())).toEqual({ success: true, status_code: 204 });
    });
  });

  describe("unwrap", () => {
    const successes = answers.filter(([, , , status]) => status < 300);
    const failures = answers.filter(([, , , status]) => status >= 300);

    it("throws an error with all members of the result", async () => {
      const body = { success: false, status_code: 429, data: {}, headers: { "retry-after": "3" } };
      platform.answer = { status: 200, body };
      const error = await rejection(Promise.resolve(crm.unwrap(crm.functions.ping!(platform.client()))));
      expect(error).toMatchObject({ ...body, name: "ApiError", message: "The API returned 429" });
    });

    it.each(successes)("of a promise is the data: %s", async (_given, name, args, status, data) => {
      platform.api(status, data);
      expect(await crm.unwrap(crm.functions[name]!(platform.client(), args))).toEqual(data);
    });

    it.each(successes)("of a result is the data: %s", async (_given, name, args, status, data) => {
      platform.api(status, data);
      expect(crm.unwrap(await crm.functions[name]!(platform.client(), args))).toEqual(data);
    });

    it.each(failures)("of a promise rejects: %s", async (_given, name, args, status, data) => {
      platform.api(status, data);
      const error = await rejection(crm.unwrap(crm.functions[name]!(platform.client(), args)) as Promise<unknown>);
      expect(error).toMatchObject({ name: "ApiError", success: false, status_code: status, data });
      expect((error as { operation: unknown }).operation).toBe(crm.functions[name]);
    });

    it.each(failures)("of a result throws: %s", async (_given, name, args, status, data) => {
      platform.api(status, data);
      const result = await crm.functions[name]!(platform.client(), args);
      const error = await rejection((async () => crm.unwrap(result))());
      expect(error).toMatchObject({ name: "ApiError", success: false, status_code: status, data });
      expect((error as { operation: unknown }).operation).toBe(crm.functions[name]);
    });

    it("throws an Error whose message has the status", async () => {
      platform.api(404, { message: "none" });
      const error = await rejection(
        crm.unwrap(crm.functions.getContact!(platform.client(), getArgs)) as Promise<unknown>,
      );
      expect(error).toBeInstanceOf(Error);
      expect((error as Error).message).toBe("The API returned 404");
    });

    it("accepts a result of the SDK's own custom.call", async () => {
      platform.api(404, "gone");
      const result = platform.client().integrations.custom.call("my-crm", "get:/ping");
      expect(await rejection(crm.unwrap(result) as Promise<unknown>)).toMatchObject({ status_code: 404, data: "gone" });
    });
  });

  describe("isApiError", () => {
    const thrown = (name: string, args: object) =>
      rejection(crm.unwrap(crm.functions[name]!(platform.client(), args)) as Promise<unknown>);

    it("is true for the function that was called", async () => {
      platform.api(404, { message: "none" });
      expect(crm.isApiError(await thrown("getContact", getArgs), crm.functions.getContact)).toBe(true);
    });

    it("is false for another function", async () => {
      platform.api(404, { message: "none" });
      expect(crm.isApiError(await thrown("getContact", getArgs), crm.functions.deleteContact)).toBe(false);
    });

    it("is false for a failure of the platform", async () => {
      platform.answer = { status: 404, body: { message: "no such integration" } };
      expect(crm.isApiError(await thrown("getContact", getArgs), crm.functions.getContact)).toBe(false);
    });

    it("is false for a call that was refused", async () => {
      expect(crm.isApiError(await thrown("getContact", {}), crm.functions.getContact)).toBe(false);
    });

    it.each([
      ["an error of another kind", new Error("404")],
      ["a result", { success: false, status_code: 404, data: null }],
      ["undefined", undefined],
    ])("is false for %s", (_given, error) => {
      expect(crm.isApiError(error, crm.functions.getContact)).toBe(false);
    });

    it("is true for the called function of a factory and its plain one, and for no other", async () => {
      platform.api(404, { message: "none" });
      const bound = crm.factory(platform.client());
      const error = await rejection(crm.unwrap(bound.getContact!(getArgs)) as Promise<unknown>);
      expect(crm.isApiError(error, bound.getContact)).toBe(true);
      expect(crm.isApiError(error, crm.functions.getContact)).toBe(true);
      expect(crm.isApiError(error, bound.deleteContact)).toBe(false);
    });
  });

  describe("a failure of the platform rejects with the SDK's own error", () => {
    const failures: [status: number, body: { message: string; code?: string }][] = [
      [404, { message: "Integration not found", code: "NOT_FOUND" }],
      [502, { message: "Upstream not reached" }],
      [504, { message: "Upstream timed out", code: "TIMEOUT" }],
      [401, { message: "Not signed in" }],
    ];

    /** A client that keeps what the SDK's own client rejects with. */
    function watched() {
      const { custom } = platform.client().integrations;
      const seen: unknown[] = [];
      const call = (...args: Parameters<typeof custom.call>) =>
        custom.call(...args).catch((error: unknown) => {
          seen.push(error);
          throw error;
        });
      return { client: { integrations: { custom: { call } } }, seen };
    }

    const ways: [way: string, call: (client: unknown) => Promise<unknown>][] = [
      ["a function", (client) => crm.functions.getContact!(client, getArgs)],
      ["unwrap", (client) => crm.unwrap(crm.functions.getContact!(client, getArgs)) as Promise<unknown>],
      ["the factory", (client) => crm.factory(client).getContact!(getArgs)],
      ["a function that throws", (client) => throwing.functions.getContact!(client, getArgs)],
    ];
    const cases = failures.flatMap(([status, body]) => ways.map(([way, call]) => [status, way, call, body] as const));
    it.each(cases)("%i, through %s", async (status, _way, call, body) => {
      platform.answer = { status, body };
      const { client, seen } = watched();
      const error = await rejection(call(client));
      expect(error).toBeInstanceOf(Base44Error);
      expect(error).toBe(seen[0]);
      expect(error).toMatchObject({ status, message: body.message, data: body });
      expect((error as Base44Error).code).toBe(body.code);
    });
  });

  describe('with errors: "throw"', () => {
    it.each(answers.filter(([, , , status]) => status < 300))(
      "%s is the data",
      async (_given, name, args, status, data) => {
        platform.api(status, data);
        expect(await throwing.functions[name]!(platform.client(), args)).toEqual(data);
      },
    );

    it.each(answers.filter(([, , , status]) => status >= 300))(
      "%s rejects",
      async (_given, name, args, status, data) => {
        platform.api(status, data);
        const error = await rejection(throwing.functions[name]!(platform.client(), args));
        expect(error).toMatchObject({ name: "ApiError", status_code: status, data });
        expect(throwing.isApiError(error, throwing.functions[name])).toBe(true);
        expect(throwing.isApiError(error, throwing.functions.ping)).toBe(false);
      },
    );

    it("a refused call rejects as without it", async () => {
      const error = await rejection(throwing.functions.getContact!(platform.client(), {}));
      expect(error).toMatchObject({ status: 400, code: "invalid_input" });
      expect(platform.received).toEqual([]);
    });

    it("the factory's functions also resolve to the data", async () => {
      platform.api(200, { name: "Ann" });
      expect(await throwing.factory(platform.client()).getContact!(getArgs)).toEqual({ name: "Ann" });
    });
  });

  describe("the factory", () => {
    it("binds every function", () => {
      expect(Object.keys(crm.factory(platform.client())).sort()).toEqual(Object.keys(crm.functions).sort());
    });

    it("passes the arguments on", async () => {
      await crm.factory(platform.client()).updateContact!({ ...patchArgs, queryParams: { dryRun: false } });
      expect(platform.received[0]?.body).toEqual({
        path_params: { id: "1" },
        query_params: { dryRun: "false" },
        payload: { name: "A" },
      });
    });

    it("does not send anything itself", () => {
      crm.factory(platform.client());
      expect(platform.received).toEqual([]);
    });

    it("keeps two clients separate", async () => {
      const one = crm.factory(platform.client("one"));
      const two = crm.factory(platform.client("two"));
      await two.ping!();
      await one.ping!();
      await two.listContacts!();
      expect(platform.received.map(({ url }) => url)).toEqual([
        "/api/apps/two/integrations/custom/my-crm/get:/ping",
        "/api/apps/one/integrations/custom/my-crm/get:/ping",
        "/api/apps/two/integrations/custom/my-crm/get:/contacts",
      ]);
    });

    it("does not depend on the returned object", async () => {
      const { getContact } = crm.factory(platform.client());
      await getContact!(getArgs);
      expect(platform.received[0]?.body).toEqual({ path_params: { id: "1" } });
    });
  });

  it("accepts a client with only custom.call", async () => {
    const call = vi.fn(async () => ({ success: true, status_code: 200, data: 1 }));
    expect(await crm.functions.getContact!({ integrations: { custom: { call } } }, getArgs)).toMatchObject({ data: 1 });
    expect(call).toHaveBeenCalledExactlyOnceWith("my-crm", "get:/contacts/{id}", { pathParams: { id: "1" } });
  });

  it("accepts the client of the service role", async () => {
    const { asServiceRole } = (await import("@base44/sdk")).createClient({
      appId: "app-1",
      serverUrl: platform.origin,
      serviceToken: "secret",
      analytics: { enabled: false },
    });
    platform.api(200, { name: "Ann" });
    expect(await crm.functions.getContact!(asServiceRole, getArgs)).toMatchObject({ data: { name: "Ann" } });
  });

  describe("the index", () => {
    it("has only the factory if there is no client module", () => {
      expect(Object.keys(crm.index)).toContain("createMyCrm");
      expect(crm.index).not.toHaveProperty("myCrm");
    });

    it("has an object bound to the app's client if there is one", async () => {
      const sdk = JSON.stringify(import.meta.resolve("@base44/sdk"));
      const options = { appId: "bound", serverUrl: platform.origin, analytics: { enabled: false } };
      const client = `import { createClient } from ${sdk};\nexport const base44 = createClient(${JSON.stringify(options)});\n`;
      const { index } = await generated({ spec: "contacts.yaml", slug: "my-crm", language, client });
      platform.api(200, { name: "Ann" });
      const result = await (index.myCrm as Bound).getContact!(getArgs);
      expect(result).toEqual({ success: true, status_code: 200, data: { name: "Ann" } });
      expect(platform.received[0]?.url).toBe("/api/apps/bound/integrations/custom/my-crm/get:/contacts/%7Bid%7D");
    });
  });
});
