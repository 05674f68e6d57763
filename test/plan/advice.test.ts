import { expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/json/index.js";
import { advise } from "../../src/plan/index.js";
import { answering, built, openapi, specOf } from "../support/pipeline.js";

const securitySchemes: JsonObject = {
  header: { type: "apiKey", in: "header", name: "X-Key" },
  query: { type: "apiKey", in: "query", name: "key" },
  bearer: { type: "http", scheme: "bearer" },
  mutual: { type: "mutualTLS" },
  user: { type: "oauth2", flows: { authorizationCode: { authorizationUrl: "/a", tokenUrl: "/t", scopes: {} } } },
  client: { type: "oauth2", flows: { clientCredentials: { tokenUrl: "/t", scopes: {} } } },
};
const RENEWS = "it renews the OAuth token, which expires in an integration";
const SENDS = "it sends credentials that an integration cannot store";
const CARRIES = "custom.call can call it, without deploying a function";
const LACKS = "it cannot store the credentials that the spec requires";
const EXPIRES = "nothing renews its OAuth token";

/** The advice for the one operation of an API with these servers. */
function adviceOf(operation: JsonObject, ...urls: string[]) {
  const servers: Json = urls.map((url) => ({ url }));
  const document = openapi({ "/a": { get: answering(true, operation) } }, { securitySchemes }, { servers });
  const [advice] = advise({ ...built(specOf(document)).api, address: "openapi.json" });
  if (!advice) throw new Error("there is no advice");
  return { ...advice, notes: advice.ways.find(({ way }) => way === "integration")?.notes };
}

it.each<[what: string, security: Json, recommended: string, why: string, notes: string[]]>([
  ["no credentials", [], "integration", CARRIES, []],
  ["a token, or nothing", [{ client: [] }, {}], "integration", CARRIES, []],
  ["a key in a header", [{ header: [] }], "integration", CARRIES, []],
  ["HTTP bearer", [{ bearer: [] }], "integration", CARRIES, []],
  ["an undeclared scheme", [{ unknown: [] }], "integration", CARRIES, []],
  ["a token for a client", [{ client: [] }], "function", RENEWS, [EXPIRES]],
  ["a token for a client, or a key", [{ client: [] }, { header: [] }], "integration", CARRIES, []],
  ["a token for a client, and a key in the query", [{ client: [], query: [] }], "function", RENEWS, [LACKS]],
  ["a token that nothing renews", [{ user: [] }], "integration", CARRIES, [EXPIRES]],
  ["a key in the query", [{ query: [] }], "function", SENDS, [LACKS]],
  ["a token that nothing renews, or a key in the query", [{ user: [] }, { query: [] }], "function", SENDS, [EXPIRES]],
  ["a client certificate", [{ mutual: [] }], "integration", CARRIES, [LACKS]],
])("%s: what is recommended", (_what, security, recommended, why, notes) => {
  expect(adviceOf({ security }, "https://api.acme.com")).toMatchObject({ recommended, why, notes });
});

it("a header that is required is for the admin to set", () => {
  const parameters: Json = ["header", "query"].map((place) => ({ name: "X-App", in: place, required: true }));
  expect(adviceOf({ parameters }, "https://api.acme.com").notes).toEqual(["the admin sets the header X-App"]);
});

it.each<[servers: string[]]>([
  [["https://www.googleapis.com/calendar/v3"]],
  [["https://content.googleapis.com/x", "https://www.googleapis.com/calendar/v3"]],
])("the connector for %j is the one of that API, not another on its host", (servers) => {
  const { ways } = adviceOf({ security: [{ user: [] }] }, ...servers);
  expect(ways.find(({ way }) => way === "connector")?.notes).toEqual(["googlecalendar"]);
});

const UNDEFINED = "Base44 does not define what custom.call returns for responses that are not JSON";
const HANDS_ON = "it returns responses that are not JSON";

it.each<[what: string, responses: JsonObject, recommended: string, why: string, notes: string[]]>([
  ["a file", { 200: { content: { "image/png": {} } } }, "function", HANDS_ON, [UNDEFINED]],
  ["events", { 200: { content: { "text/event-stream": {} } } }, "function", HANDS_ON, [UNDEFINED]],
  [
    "a file, whatever the failures are",
    { 200: { content: { "text/csv": {} } }, 400: { content: { "application/json": {} } } },
    "function",
    HANDS_ON,
    [UNDEFINED],
  ],
  ["a file or JSON", { 200: { content: { "image/png": {}, "application/json": {} } } }, "integration", CARRIES, []],
  [
    "JSON or a file, by status",
    { 200: { content: { "application/json": {} } }, 206: { content: { "image/png": {} } } },
    "integration",
    CARRIES,
    [],
  ],
  ["nothing", { 204: { description: "" } }, "integration", CARRIES, []],
])("an answer that is %s: what is recommended", (_what, responses, recommended, why, notes) => {
  expect(adviceOf({ responses }, "https://api.acme.com")).toMatchObject({ recommended, why, notes });
});

it.each<[what: string, operation: JsonObject, fits: boolean, notes: string[]]>([
  ["JSON", { security: [{ user: ["read"] }] }, true, ["x, which is metered"]],
  [
    "a header by call",
    { parameters: [{ in: "header", name: "X-A", schema: { type: "string" } }] },
    false,
    ["a metered connector supports only JSON, without headers or cookies that vary by call"],
  ],
])("a metered connector, for %s", (_, operation, fits, notes) => {
  const { ways, why } = adviceOf(operation, "https://api.x.com");
  expect(ways.find(({ way }) => way === "connector")).toMatchObject({ fits, notes });
  expect(why).toBe(fits ? "Base44 calls it with its own account and bills each call" : CARRIES);
});
