import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/json/index.js";
import { advise } from "../../src/plan/index.js";
import { answering, built, openapi, specOf } from "../support/pipeline.js";

/** What is said of a function for the one operation of a document that stands in a file. */
function ofFunction(operation: JsonObject, rest: JsonObject) {
  const components: JsonObject = {
    securitySchemes: {
      key: { type: "apiKey", in: "header", name: "X-Key" },
      basic: { type: "http", scheme: "basic" },
      oauth: { type: "oauth2", flows: {} },
      oauthToo: { type: "oauth2", flows: {} },
      digest: { type: "http", scheme: "digest" },
      client: { type: "oauth2", flows: { clientCredentials: { tokenUrl: "/token", scopes: {} } } },
    },
  };
  const paths = { "/a": { get: answering(true, operation) } };
  const { api } = built(specOf(openapi(paths, components, { security: [], ...rest })));
  const { fits, notes } = advise({ ...api, address: "openapi.json" })[0]!.ways.find(({ way }) => way === "function")!;
  return { fits, notes };
}

describe("diagnostics about a function", () => {
  const servers: Json = [{ url: "https://example.com" }];
  const relative: Json = [{ url: "/v1" }];

  it.each<[what: string, operation: JsonObject, rest: JsonObject, fits: boolean, notes: string[]]>([
    ["a server", {}, { servers }, true, []],
    ["no server", {}, {}, true, ["baseUrl in the config, because the spec names no server"]],
    [
      "a relative one",
      {},
      { servers: relative },
      true,
      ["baseUrl in the config, because the URL of the spec's server has no host"],
    ],
    ["one of its own only", { servers }, {}, true, ["baseUrl in the config, because the spec names no server"]],
    [
      "a relative one of its own",
      { servers: relative },
      { servers },
      true,
      ["baseUrl in the config, because the URL of the spec's server has no host"],
    ],
    [
      "a key and no server",
      { security: [{ key: [] }] },
      {},
      true,
      ["a secret for key (header X-Key)", "baseUrl in the config, because the spec names no server"],
    ],
    [
      "digest authentication",
      { security: [{ digest: [] }] },
      { servers },
      false,
      ["it is authorised by digest (HTTP digest), which needs more than a secret"],
    ],
    [
      "digest authentication or a key",
      { security: [{ digest: [] }, { key: [] }] },
      { servers },
      true,
      ["a secret for key (header X-Key)"],
    ],
    [
      "HTTP basic, or nothing",
      { security: [{ basic: [] }, {}] },
      { servers },
      true,
      ["a secret for basic (HTTP basic, user:password), or none"],
    ],
    [
      "a key, or two tokens in one header",
      { security: [{ key: [] }, { oauth: [], oauthToo: [] }] },
      { servers },
      true,
      [
        "a secret for oauth (an OAuth token, which only a connector renews) or oauthToo (an OAuth token, which only a connector renews), or for key (header X-Key)",
      ],
    ],
    [
      "a token that a client gets",
      { security: [{ client: [] }] },
      { servers },
      true,
      ["a secret for client (an OAuth token, fetched with a client ID and secret)"],
    ],
    [
      "nothing said of credentials",
      {},
      { servers, security: null },
      true,
      ["credentials, if the API needs any, as `headers` in the config: the spec never mentions them"],
    ],
  ])("with %s", (_, operation, rest, fits, notes) => {
    expect(ofFunction(operation, rest)).toEqual({ fits, notes });
  });
});
