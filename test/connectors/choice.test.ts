import { describe, expect, it } from "vitest";
import { type ConnectorChoice, checkConnection, connectionOf } from "../../src/connectors/index.js";

const id = "65f1c0ffee65f1c0ffee65f1";

describe("a connector in the config", () => {
  const right: ConnectorChoice[] = [
    "googlecalendar",
    "stripe",
    { workspace: id },
    { appUser: "3f2504e0-4f89-11d3-9a0c-0305e82c3301" },
    { workspace: "conn_7Yx" },
    { metered: "x" },
  ];
  it.each(right)("is valid: %j", (via) => {
    expect(checkConnection(connectionOf(via))).toEqual([]);
  });

  const wrong: [via: ConnectorChoice, severity: "error" | "warning", problem: RegExp, help: RegExp][] = [
    ["googlecalender", "error", /connector type "googlecalender" does not exist/, /Did you mean "googlecalendar"\?/],
    ["Google Calendar", "error", /type "Google Calendar" does not exist/, /"googlecalendar"/],
    ["jira", "warning", /does not know the connector type "jira"/, /spelling/],
    ["some thing else", "error", /is not a valid connector type/, /lower-case letters/],
    ["", "error", /"" is not a valid connector type/, /lower-case letters/],
    ["../../secrets", "error", /is not a valid connector type/, /lower-case letters/],
    [id, "error", /ID, but must be a connector type/, /workspace: "65f1c0ffee65f1c0ffee65f1"/],
    [id.toUpperCase(), "error", /ID, but must be a connector type/, /appUser/],
    ["3f2504e0-4f89-11d3-9a0c-0305e82c3301", "error", /ID, but must be a connector type/, /appUser/],
    ["k7Xw2Qm9Lp", "error", /ID, but must be a connector type/, /workspace/],
    ["a8f3kd92mx01bq7z", "error", /ID, but must be a connector type/, /workspace/],
    ["1234567890", "error", /ID, but must be a connector type/, /workspace/],
    ["x", "error", /"x" is metered/, /metered: "x"/],
    [{ metered: "slack" }, "warning", /does not know the connector "slack" as a metered one/, /connector: "slack"/],
    [{ metered: "slak" }, "error", /connector type "slak" does not exist/, /"slack"/],
    [{ metered: "other" }, "warning", /does not know the connector type "other"/, /spelling/],
    [{ workspace: "slack" }, "error", /type, but must be a connector ID/, /connector: "slack"/],
    [{ appUser: "gmail" }, "error", /type, but must be a connector ID/, /app users'/],
    [{ workspace: "Slack" }, "error", /looks like the connector type "slack"/, /Copy the ID/],
    [{ appUser: " " }, "error", /has no ID/, /Copy the ID/],
    [{ workspace: "65f1 c0ff" }, "error", /is not a valid connector ID/, /Copy the ID/],
  ];
  it.each(wrong)("is invalid: %j", (via, severity, problem, help) => {
    const found = checkConnection(connectionOf(via));
    expect(found).toEqual([{ severity, problem: expect.stringMatching(problem), help: expect.stringMatching(help) }]);
  });

  it("is shortened in messages if it is long", () => {
    const [found] = checkConnection({ kind: "shared", type: "a b".repeat(1000) });
    expect(found?.problem.length).toBeLessThan(200);
  });
});
