import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startDeno } from "./support/deno.js";
import { clientOf } from "./support/dev-server.js";
import { projectWithHandWritten } from "./support/hand-written.js";
import { type PlatformAnswer, usePlatform } from "./support/platform.js";
import type { Project } from "./support/project.js";
import { useUpstream } from "./support/upstream.js";
import { startWorkerd } from "./support/workerd.js";

const upstream = useUpstream();
const platform = usePlatform();

let project: Project;

beforeAll(async () => {
  project = await projectWithHandWritten(upstream.origin);
});

const ada = { id: 7, name: "Ada", created: "2026-01-01T00:00:00Z" };
const event = { id: "1", title: "Lunch", start: "2026-01-02T12:00:00Z" };

describe.each([
  ["workerd", startWorkerd],
  ["Deno", startDeno],
])("a hand-written function that imports the calls, in %s", (_, start) => {
  /** What Base44 itself was asked, and by whom. */
  let asked: [route: string, authorization: string | undefined, body: unknown][] = [];
  let contact: PlatformAnswer["body"];

  beforeAll(async () => {
    await platform.serve(
      await start({ folder: project.folder, names: ["report", "by-token"], secrets: { ORDERS_KEY: "order key" } }),
    );
  });
  beforeEach(() => {
    asked = [];
    contact = { success: true, status_code: 200, data: ada };
    platform.fallback = (route, body, { authorization }) => {
      asked.push([decodeURIComponent(route), authorization, body]);
      const isToken = route.endsWith("/tokens/googlecalendar");
      return { status: 200, body: isToken ? { access_token: "google-token", connection_config: null } : contact };
    };
    upstream.respond = ({ method, url }) => {
      const isStream = url.startsWith("/orders/watch");
      const lines = [
        { items: [], note: "one" },
        { items: [], note: "two" },
      ].map((line) => JSON.stringify(line));
      const data = url.startsWith("/events") ? [event] : { items: [{ sku: "a" }] };
      return {
        status: method === "POST" ? 201 : 200,
        headers: { "content-type": isStream ? "application/x-ndjson" : "application/json" },
        body: isStream ? lines.join("\n") : JSON.stringify(data),
      };
    };
  });

  const byToken = async (path: string) =>
    (await clientOf(platform.origin, "user").functions.invoke("by-token", { path })).data;
  const report = async (input: object) =>
    (await clientOf(platform.origin, "user").functions.invoke("report", input)).data;

  test.each([
    ["the user's client", false, "Bearer user"],
    ["the service role", true, "Bearer service-token"],
  ])("with %s: an integration, an API behind a secret, a connector, a stream", async (_, asService, authorization) => {
    expect(await report({ asService })).toEqual({ name: "Ada", order: 1, titles: ["Lunch"], watched: ["one", "two"] });
    expect(asked).toEqual([
      ["POST /integrations/custom/crm/get:/contacts/{contactId}", authorization, { path_params: { contactId: "7" } }],
      ["GET /external-auth/tokens/googlecalendar", "Bearer service-token", undefined],
    ]);
    const [order, events, watch] = upstream.received;
    expect(order).toMatchObject({ method: "POST", url: "/orders?key=order%20key" });
    expect(order?.headers.authorization).toBeUndefined();
    expect(JSON.parse(String(order?.body))).toEqual({ items: [{ sku: "a" }] });
    expect(events).toMatchObject({ method: "GET", url: "/events?after=2026-01-01T00%3A00%3A00Z" });
    expect(events?.headers.authorization).toBe("Bearer google-token");
    expect(watch).toMatchObject({ method: "GET", url: "/orders/watch?key=order%20key" });
  });

  test("the connector's token is sent with own requests, only to the API", async () => {
    upstream.respond = () => ({ status: 403, headers: {}, body: "not yours" });
    expect(await byToken("/events/1?send=all")).toEqual({ status: 403, text: "not yours" });
    expect(upstream.received).toMatchObject([{ method: "DELETE", url: "/events/1?send=all" }]);
    expect(upstream.received[0]?.headers.authorization).toBe("Bearer google-token");
    expect(await byToken(`${platform.origin}/elsewhere`)).toEqual({ status: 400, code: "invalid_input" });
    expect(asked.map(([route]) => route)).not.toContain("DELETE /elsewhere");
  });

  test("an error status of the API is typed in the catch block", async () => {
    contact = { success: false, status_code: 404, data: { message: "no such contact" } };
    expect(await report({})).toEqual({ missing: "no such contact" });
    expect(upstream.received).toEqual([]);
  });

  test.each<[what: string, input: object, failure: object]>([
    ["an empty path parameter", { contactId: "" }, { status: 400, code: "invalid_input" }],
    [
      "a body that does not fit",
      { items: [{}] },
      { status: 400, code: "invalid_input", data: { operation: "post:/orders", pointer: "/payload/items/0" } },
    ],
  ])("%s rejects, and nothing is sent", async (_, input, failure) => {
    expect(await report(input)).toMatchObject(failure);
    expect(upstream.received).toEqual([]);
  });
});

test("a function of the older form runs beside it: Deno.serve, base44:runtime", async () => {
  await platform.serve(await startDeno({ folder: project.folder, names: ["older"], secrets: { SOME: "value" } }));
  const { data } = await clientOf(platform.origin).functions.invoke("older", { name: "SOME" });
  expect(data).toEqual({ values: ["value", "value", "value"] });
});
