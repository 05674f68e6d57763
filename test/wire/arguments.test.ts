import { beforeAll, describe, expect, it } from "vitest";
import { type Generated, generated, rejection, usePlatform } from "./support.js";

const platform = usePlatform();

/** Runs in both languages: the templates are two. */
describe.each(["js", "ts"] as const)("arguments of a call (%s)", (language) => {
  let crm: Generated;

  beforeAll(async () => {
    crm = await generated({ spec: "contacts.yaml", slug: "my-crm", language });
  });

  /** Calls a function and gives what came over the wire, which must be one request. */
  async function sent(name: string, args?: unknown) {
    await crm.functions[name]!(platform.client(), ...(args === undefined ? [] : [args]));
    expect(platform.received).toHaveLength(1);
    return platform.received[0]!;
  }

  describe("the request", () => {
    const requests: [given: string, name: string, args: object | undefined, url: string, body: object][] = [
      ["no parameters at all", "ping", undefined, "get:/ping", {}],
      ["optional arguments left out", "listContacts", undefined, "get:/contacts", {}],
      ["empty arguments", "listContacts", {}, "get:/contacts", {}],
      [
        "query parameters",
        "listContacts",
        { queryParams: { limit: 10 } },
        "get:/contacts",
        { query_params: { limit: "10" } },
      ],
      ["a payload", "createContact", { payload: { name: "Ann" } }, "post:/contacts", { payload: { name: "Ann" } }],
      [
        "a path parameter",
        "getContact",
        { pathParams: { id: 7 } },
        "get:/contacts/%7Bid%7D",
        { path_params: { id: "7" } },
      ],
      [
        "path, query and payload",
        "updateContact",
        { pathParams: { id: 7 }, queryParams: { dryRun: true }, payload: { name: "Bo" } },
        "patch:/contacts/%7Bid%7D",
        { path_params: { id: "7" }, query_params: { dryRun: "true" }, payload: { name: "Bo" } },
      ],
      [
        "two path parameters, one with a hyphen",
        "getNote",
        { pathParams: { id: 7, "note-id": "n/1" } },
        "get:/contacts/%7Bid%7D/notes/%7Bnote-id%7D",
        { path_params: { id: "7", "note-id": "n/1" } },
      ],
      [
        "a path with spaces, and a parameter that is part of a segment",
        "getDay",
        { pathParams: { day: "today" } },
        "get:/lists%20of%20a%20day/%7Bday%7D.json",
        { path_params: { day: "today" } },
      ],
    ];
    it.each(requests)("with %s", async (_given, name, args, url, body) => {
      expect(await sent(name, args)).toEqual({
        method: "POST",
        url: `/api/apps/app-1/integrations/custom/my-crm/${url}`,
        body,
      });
    });

    const absent: [given: string, name: string, args: object, body: object][] = [
      ["queryParams: undefined", "listContacts", { queryParams: undefined }, {}],
      ["queryParams: null", "listContacts", { queryParams: null }, {}],
      [
        "payload: undefined",
        "updateContact",
        { pathParams: { id: 1 }, payload: undefined },
        { path_params: { id: "1" } },
      ],
      [
        "a member of payload: undefined",
        "createContact",
        { payload: { name: "A", notes: undefined } },
        { payload: { name: "A" } },
      ],
    ];
    it.each(absent)("has no key for %s", async (_given, name, args, body) => {
      expect((await sent(name, args)).body).toEqual(body);
    });

    it("has no arguments for null in place of them", async () => {
      await crm.functions.listContacts!(platform.client(), null);
      expect(platform.received[0]?.body).toEqual({});
    });

    it("has only the path parameters that the path names", async () => {
      const { body } = await sent("getContact", { pathParams: { id: 1, other: 2 } });
      expect(body).toEqual({ path_params: { id: "1" } });
    });
  });

  describe("a path parameter is a string", () => {
    const values: [given: string, value: unknown, want: string][] = [
      ["a string", "a b/ü", "a b/ü"],
      ["a string of blanks", " ", " "],
      ["three dots", "...", "..."],
      ["dots in a string", "a..b/.c", "a..b/.c"],
      ["0", 0, "0"],
      ["a fraction", -1.5, "-1.5"],
      ["a bigint", 12345678901234567890n, "12345678901234567890"],
      ["true", true, "true"],
      ["false", false, "false"],
      ["a date", new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 6)), "2026-01-02T03:04:05.006Z"],
      ["an array", [1, "b"], '[1,"b"]'],

      ["an object", { a: 1, b: true }, '{"a":1,"b":true}'],
    ];
    it.each(values)("from %s", async (_given, id, want) => {
      expect((await sent("getContact", { pathParams: { id } })).body).toEqual({ path_params: { id: want } });
    });
  });

  describe("a call is refused before any request", () => {
    const refused: [given: string, name: string, args: unknown, parameter: string, problem: string][] = [
      ["without arguments", "getContact", undefined, 'path parameter "id"', "is empty or dots"],
      ["with null for arguments", "getContact", null, 'path parameter "id"', "is empty or dots"],
      ["without pathParams", "getContact", {}, 'path parameter "id"', "is empty or dots"],
      ["with pathParams: null", "getContact", { pathParams: null }, 'path parameter "id"', "is empty or dots"],
      ["without the parameter", "deleteContact", { pathParams: {} }, 'path parameter "id"', "is empty or dots"],
      ["with undefined", "deleteContact", { pathParams: { id: undefined } }, 'path parameter "id"', "is empty or dots"],
      ["with null", "deleteContact", { pathParams: { id: null } }, 'path parameter "id"', "is empty or dots"],
      ['with ""', "deleteContact", { pathParams: { id: "" } }, 'path parameter "id"', "is empty or dots"],
      ['with "."', "deleteContact", { pathParams: { id: "." } }, 'path parameter "id"', "is empty or dots"],
      ['with ".."', "deleteContact", { pathParams: { id: ".." } }, 'path parameter "id"', "is empty or dots"],
      ...["../x", "a/..", "a/./b", "..\\x", "%2e%2E", "a/%2e./b"].map(
        (id): [string, string, unknown, string, string] => [
          `with ${id}`,
          "deleteContact",
          { pathParams: { id } },
          'path parameter "id"',
          "is empty or dots",
        ],
      ),
      ["with the second missing", "getNote", { pathParams: { id: 1 } }, 'path parameter "note-id"', "is empty or dots"],
      [
        "with what objects inherit only",
        "getList",
        { pathParams: {} },
        'path parameter "constructor"',
        "is empty or dots",
      ],
      [
        "with body for payload",
        "createContact",
        { body: { name: "A" } },
        "body",
        "is not pathParams, queryParams or payload",
      ],
      ["with headers", "listContacts", { headers: { a: "b" } }, "headers", "is not pathParams, queryParams or payload"],
      [
        "with snake case",
        "listContacts",
        { query_params: { limit: 1 } },
        "query_params",
        "is not pathParams, queryParams or payload",
      ],
      [
        "with the query parameters themselves",
        "listContacts",
        { limit: 1 },
        "limit",
        "is not pathParams, queryParams or payload",
      ],
    ];
    const operations: Record<string, string> = {
      getContact: "get:/contacts/{id}",
      deleteContact: "delete:/contacts/{id}",
      getNote: "get:/contacts/{id}/notes/{note-id}",
      getList: "get:/lists/{constructor}/{__proto__}",
      createContact: "post:/contacts",
      listContacts: "get:/contacts",
    };
    it.each(refused)("%s", async (_given, name, args, parameter, problem) => {
      const error = await rejection(crm.functions[name]!(platform.client(), args));
      const operation = operations[name]!;
      expect(error).toBeInstanceOf(Error);
      expect(error).toMatchObject({ status: 400, code: "invalid_input", data: { operation, parameter } });
      expect((error as Error).message).toContain(`${operation}: ${parameter} ${problem}`);
      expect(platform.received).toEqual([]);
    });

    it("with the names of the valid arguments", async () => {
      const error = await rejection(crm.functions.createContact!(platform.client(), { body: { name: "A" } }));
      expect((error as Error).message).toBe("post:/contacts: body is not pathParams, queryParams or payload");
    });
  });

  describe("a payload is sent unchanged", () => {
    const payloads: [given: string, name: string, payload: unknown][] = [
      ["an object", "createContact", { name: "Ann", notes: ["a", "b"], more: { deep: [{ x: null }] } }],
      ["an empty object", "createContact", {}],
      ["an array", "setTags", ["a", "b"]],
      ["an empty array", "setTags", []],
      ["a string", "createContact", "text"],
      ["a number", "createContact", 0],
      ["false", "createContact", false],
      ["null", "createContact", null],
      ["keys of other names", "createContact", { pathParams: { a: 1 }, payload: 2, queryParams: 3 }],
      ["constructor and prototype", "importContacts", { constructor: 1, nested: { prototype: 2, constructor: 3 } }],
      ["__proto__", "importContacts", JSON.parse('{ "__proto__": { "x": 1 }, "nested": { "__proto__": 2 } }')],
    ];
    it.each(payloads)("%s", async (_given, name, payload) => {
      const args = name === "setTags" ? { pathParams: { id: 1 }, payload } : { payload };
      const { body } = await sent(name, args);
      expect(JSON.stringify((body as { payload: unknown }).payload)).toBe(JSON.stringify(payload));
    });

    it("by its toJSON if it has one", async () => {
      class Draft {
        toJSON() {
          return { name: "Ann" };
        }
      }
      expect((await sent("createContact", { payload: new Draft() })).body).toEqual({ payload: { name: "Ann" } });
    });
  });

  it("sends path parameters of any name", async () => {
    const pathParams = JSON.parse('{ "constructor": "a", "__proto__": "b" }');
    const { body } = await sent("getList", { pathParams });
    expect(JSON.stringify(body)).toBe('{"path_params":{"constructor":"a","__proto__":"b"}}');
  });

  it("does not change the caller's objects", async () => {
    const args = { pathParams: { id: 7 }, queryParams: { dryRun: true }, payload: { name: "Bo" } };
    const before = structuredClone(args);
    await sent("updateContact", args);
    expect(args).toEqual(before);
  });
});
