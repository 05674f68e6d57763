import { describe, expect, it } from "vitest";
import {
  acceptsServer,
  avoidedScope,
  type ConnectorEntry,
  connectorEntry,
  connectorTypes,
  isKnownType,
  suggestType,
} from "../../src/connectors/index.js";

const types =
  `airtable bamboohr box calendly clickup contentful databricks discord dropbox github gitlab gmail googleads
  google_analytics googlebigquery googlecalendar google_classroom googledocs googledrive googlemeet
  google_search_console googlesheets googleslides googletasks hubspot hugging_face instagram linear linkedin
  microsoft_teams one_drive notion outlook quickbooks salesforce share_point slack slackbot snowflake splitwise
  square stripe supabase tiktok typeform wix wrike x`.split(/\s+/);

function entry(type: string): ConnectorEntry {
  return connectorEntry(type) ?? expect.unreachable(type);
}

describe("the catalogue of connectors", () => {
  it("has every type of Base44", () => {
    expect(connectorTypes()).toEqual(types.toSorted());
    expect(connectorTypes().every(isKnownType)).toBe(true);
  });

  it.each(["toString", "__proto__", "", "Slack", "jira"])("has no type %j", (type) => {
    expect(isKnownType(type)).toBe(false);
    expect(connectorEntry(type)).toBeUndefined();
  });

  describe.each(types)("%s", (type) => {
    const { title, baseUrl, hosts, headers, connectionConfig } = entry(type);

    it("is a type that the Base44 CLI accepts, with a title", () => {
      expect(type).toMatch(/^[a-z0-9_-]+$/);
      expect(title.trim()).not.toBe("");
    });

    it("has a base URL to which paths can be appended", () => {
      const filled = baseUrl.replace(/\{[a-z]\w*\}/gi, "example");
      expect(filled).not.toMatch(/[{}]/);
      expect(filled).toMatch(/^https:\/\/[a-z0-9.-]+(\/[\w.-]+)*$/);
      expect(connectionConfig).toHaveLength(baseUrl.split("{").length - 1);
    });

    it("has other hosts that are bare names, without duplicates", () => {
      expect(hosts.filter((host) => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host))).toEqual([]);
      expect(new Set([...hosts, new URL(baseUrl.replace(/[{}]/g, "")).hostname]).size).toBe(hosts.length + 1);
    });

    it("has valid request headers, none of them credentials", () => {
      expect(() => new Headers(headers)).not.toThrow();
      expect(Object.keys(headers).filter((name) => /^authorization$|-token$|key$|cookie/i.test(name))).toEqual([]);
      expect(new Set(Object.keys(headers).map((name) => name.toLowerCase())).size).toBe(Object.keys(headers).length);
    });

    it("has consistent notes on scopes", () => {
      const { unusableScopes, broadScopes, renamedScopes } = entry(type);
      const notes = [...unusableScopes, ...broadScopes];
      expect(new Set(notes.map(({ scope }) => scope)).size).toBe(notes.length);
      expect(notes.filter(({ why }) => !/^[A-Z].*\.$/.test(why))).toEqual([]);
      const targets = Object.values(renamedScopes).filter((scope) => scope !== null);
      expect(targets.filter((scope) => scope in renamedScopes || avoidedScope(entry(type), scope))).toEqual([]);
    });
  });

  it("has the names in a base URL that the connection fills in", () => {
    const dependent = types.filter((type) => entry(type).connectionConfig.length > 0);
    expect(dependent).toEqual(["bamboohr", "databricks", "salesforce", "share_point", "snowflake"]);
    expect(entry("snowflake").connectionConfig).toEqual(["subdomain"]);
  });

  it("marks the connectors without a token", () => {
    const others = types.filter((type) => entry(type).kind !== "oauth").map((type) => [type, entry(type).kind]);
    expect(others).toEqual([
      ["stripe", "key"],
      ["x", "metered"],
    ]);
  });
});

describe("of a scope", () => {
  const google = "https://www.googleapis.com/auth/";
  const avoided: [given: string, type: string, scope: string, want: RegExp | undefined][] = [
    ["that does not work", "gmail", `${google}gmail.metadata`, /cannot read/],
    ["that begins like one that does not", "gmail", `${google}gmail.addons.current.message.readonly`, /add-on/],
    ["that opens more than the API", "googlesheets", `${google}drive`, /all files/],
    ["that is as good as others", "gmail", `${google}gmail.readonly`, undefined],
    ["that has more behind it", "gmail", `${google}gmail.metadata.more`, undefined],
    ["that is limited only", "googledrive", `${google}drive.file`, undefined],
  ];
  it.each(avoided)("%s has a reason to avoid it", (_given, type, scope, want) => {
    const why = avoidedScope(entry(type), scope);
    if (want) expect(why).toMatch(want);
    else expect(why).toBeUndefined();
  });
});

describe("a server of a spec", () => {
  const cases: [type: string, server: string, want: boolean][] = [
    ["gmail", "https://gmail.googleapis.com/", true],
    ["gmail", "https://www.googleapis.com/gmail/v1", true],
    ["gmail", "https://GMAIL.googleapis.com", true],
    ["gmail", "http://gmail.googleapis.com", false],
    ["gmail", "https://gmail.googleapis.com:8443", false],
    ["gmail", "https://user@gmail.googleapis.com", false],
    ["gmail", "https://gmail.googleapis.com.example.com", false],
    ["gmail", "https://example.com/gmail.googleapis.com", false],
    ["gmail", "/gmail", false],
    ["gmail", "", false],
    ["snowflake", "https://example.snowflakecomputing.com", false],
    ["share_point", "https://graph.microsoft.com/v1.0", true],
  ];
  it.each(cases)("for %s: %j", (type, server, want) => {
    expect(acceptsServer(entry(type), server)).toBe(want);
  });
});

describe("the suggestion for a type", () => {
  const cases: [given: string, want: string | undefined][] = [
    ["googlecalender", "googlecalendar"],
    ["google_calendar", "googlecalendar"],
    ["Google Calendar", "googlecalendar"],
    ["sharepoint", "share_point"],
    ["onedrive", "one_drive"],
    ["slcak", "slack"],
    ["notoin", "notion"],
    ["slack-bot", "slackbot"],
    ["googledoc", "googledocs"],
    ["salesforce_sandbox", undefined],
    ["jira", undefined],
    ["zoom", undefined],
    ["y", undefined],
    ["", undefined],
  ];
  it.each(cases)("%j", (given, want) => {
    expect(suggestType(given)).toBe(want);
  });

  it("is undefined for a long string", () => {
    expect(suggestType("slack".repeat(100_000))).toBeUndefined();
  });

  it("is each type itself", () => {
    expect(connectorTypes().map(suggestType)).toEqual(connectorTypes());
  });
});
