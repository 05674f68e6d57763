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
  it.each(right)("is right: %j", (via) => {
    expect(checkConnection(connectionOf(via))).toEqual([]);
  });

  const wrong: [via: ConnectorChoice, severity: "error" | "warning", problem: RegExp, help: RegExp][] = [
    ["googlecalender", "error", /no connector type "googlecalender"/, /Did you mean "googlecalendar"\?/],
    ["Google Calendar", "error", /no connector type/, /"googlecalendar"/],
    ["jira", "warning", /"jira" is not known/, /spelling/],
    ["some thing else", "error", /cannot be a connector type/, /small letters/],
    ["", "error", /"" cannot be a connector type/, /small letters/],
    ["../../secrets", "error", /cannot be a connector type/, /small letters/],
    [id, "error", /ID, where a connector type belongs/, /workspace: "65f1c0ffee65f1c0ffee65f1"/],
    [id.toUpperCase(), "error", /ID, where a connector type belongs/, /appUser/],
    ["3f2504e0-4f89-11d3-9a0c-0305e82c3301", "error", /ID, where a connector type belongs/, /appUser/],
    ["k7Xw2Qm9Lp", "error", /ID, where a connector type belongs/, /workspace/],
    ["a8f3kd92mx01bq7z", "error", /ID, where a connector type belongs/, /workspace/],
    ["1234567890", "error", /ID, where a connector type belongs/, /workspace/],
    ["x", "error", /"x" is metered/, /metered: "x"/],
    [{ metered: "slack" }, "warning", /"slack" is not known to be metered/, /connector: "slack"/],
    [{ metered: "slak" }, "error", /no connector type "slak"/, /"slack"/],
    [{ metered: "other" }, "warning", /"other" is not known/, /spelling/],
    [{ workspace: "slack" }, "error", /type, where a connector's ID belongs/, /connector: "slack"/],
    [{ appUser: "gmail" }, "error", /type, where a connector's ID belongs/, /app's users/],
    [{ workspace: "Slack" }, "error", /looks like the connector type "slack"/, /Copy the ID/],
    [{ appUser: " " }, "error", /has no ID/, /Copy the ID/],
    [{ workspace: "65f1 c0ff" }, "error", /cannot be a connector's ID/, /Copy the ID/],
  ];
  it.each(wrong)("is not right: %j", (via, severity, problem, help) => {
    const found = checkConnection(connectionOf(via));
    expect(found).toEqual([{ severity, problem: expect.stringMatching(problem), help: expect.stringMatching(help) }]);
  });

  it("is not repeated whole where it is long", () => {
    const [found] = checkConnection({ kind: "shared", type: "a b".repeat(1000) });
    expect(found?.problem.length).toBeLessThan(200);
  });
});
