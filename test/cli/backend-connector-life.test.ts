import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { backendProject, calendar, crm, placesOf } from "./support/backend-project.js";
import { read, timedTree, write } from "./support/folders.js";

const FILE = "base44/connectors/googlecalendar.jsonc";
const LISTS = { apis: { calendar: calendar() } };
const CREATES = { apis: { calendar: calendar({ operations: ["get:/events", "post:/events"] }) } };
const MINE = `// mine
{
  "type": "googlecalendar",
  "scopes": [
    "events.read",
    "profile"
  ]
}
`;
const OTHERS = { "base44/connectors/slack.jsonc": '{ "type": "slack", "scopes": [] }\n' };

function scopesIn(text: string): unknown {
  return JSON.parse(text.slice(text.indexOf("{\n"))).scopes;
}

describe("in a project without any connector file", () => {
  test("the file is not written, but printed, and is valid as printed", async () => {
    const project = backendProject(LISTS);
    const { diagnostics } = await project.generate();
    const [note] = diagnostics.filter(({ code }) => code === "B44-315");
    expect(note).toMatchObject({
      severity: "info",
      message: expect.stringContaining(`${FILE} was not written`),
      help: expect.stringMatching(/^Run `base44 connectors pull`, then b44-gen with --write-connectors/),
    });
    expect(project.has("base44/connectors")).toBe(false);

    write(project.folder, FILE, `${note!.help.split("\n").slice(1).join("\n")}\n`);
    expect(scopesIn(read(project.folder, FILE))).toEqual(["events.read"]);
    const next = await project.generate();
    expect(placesOf(next.diagnostics, "B44-315", "B44-316", "B44-317", "B44-319")).toEqual([]);
  });

  test("--write-connectors writes it; from then on it follows the selection without the flag", async () => {
    const project = backendProject(LISTS);
    const before = timedTree(project.folder);
    const dry = await project.generate("--write-connectors", "--dry-run");
    expect([dry.actions[FILE], timedTree(project.folder)]).toEqual(["create", before]);

    const first = await project.generate("--write-connectors");
    expect([first.actions[FILE], placesOf(first.diagnostics, "B44-315")]).toEqual(["create", []]);
    expect(scopesIn(read(project.folder, FILE))).toEqual(["events.read"]);
    const lock = read(project.folder, "b44-gen.lock.json");
    expect((await project.generate()).actions).toEqual({});
    expect(read(project.folder, "b44-gen.lock.json")).toBe(lock);

    project.configure(CREATES);
    expect((await project.generate()).actions[FILE]).toBe("update");
    expect(scopesIn(read(project.folder, FILE))).toEqual(["events"]);
    project.configure({ apis: { calendar: calendar({ scopes: ["events", "profile"] }) } });
    expect((await project.generate()).actions[FILE]).toBe("update");
    expect(scopesIn(read(project.folder, FILE))).toEqual(["events", "profile"]);
  });

  test("a file that the user deleted is not written again", async () => {
    const project = backendProject(LISTS);
    await project.generate("--write-connectors");
    rmSync(join(project.folder, FILE));
    const { actions, diagnostics } = await project.generate();
    expect([actions[FILE], placesOf(diagnostics, "B44-315")]).toEqual([undefined, ["B44-315"]]);
  });
});

describe("a file that the user changed", () => {
  test("is unchanged; the next run reports missing and superfluous scopes, with the line", async () => {
    const project = backendProject(CREATES);
    await project.generate("--write-connectors");
    expect(await project.b44gen()).toMatchObject({ status: 0, stdout: "Everything is up to date.\n" });
    write(project.folder, FILE, MINE);

    const { status, stderr } = await project.b44gen();
    expect(status).toBe(0);
    expect(stderr).toContain(`  at ${FILE}:4:14\n`);
    const { actions, diagnostics } = await project.generate("--force");
    expect([actions, read(project.folder, FILE)]).toEqual([{ [FILE]: "kept" }, MINE]);
    expect(placesOf(diagnostics, "B44-316", "B44-317")).toEqual([
      `B44-316 ${FILE}:4:14`,
      `B44-317 ${FILE}:5:5`,
      `B44-317 ${FILE}:6:5`,
    ]);
    expect(diagnostics.filter(({ code }) => /31[67]$/.test(code)).map(({ message, help }) => [message, help])).toEqual([
      [`${FILE} lacks scopes that the generated operations need: events.`, 'Insert here: "events",'],
      ["No generated operation needs the scope events.read.", expect.stringContaining("Remove it, unless")],
      ["No generated operation needs the scope profile.", expect.stringContaining("Remove it, unless")],
    ]);
  });

  test("is compared again when the selection shrinks", async () => {
    const project = backendProject(CREATES, { [FILE]: MINE });
    expect(placesOf((await project.generate()).diagnostics, "B44-316")).toEqual([`B44-316 ${FILE}:4:14`]);
    project.configure(LISTS);
    const { diagnostics } = await project.generate();
    expect(placesOf(diagnostics, "B44-316", "B44-317")).toEqual([`B44-317 ${FILE}:6:5`]);
  });

  test("under another name, it is the connector's file", async () => {
    const named = "base44/connectors/work.jsonc";
    const project = backendProject(CREATES, { [named]: MINE });
    const { actions, diagnostics } = await project.generate("--write-connectors");
    expect(actions[FILE]).toBeUndefined();
    expect(placesOf(diagnostics, "B44-316")).toEqual([`B44-316 ${named}:4:14`]);
  });

  test("and made unreadable is kept and reported", async () => {
    const project = backendProject(LISTS, {
      ...OTHERS,
      [FILE]: '{\n  "type": "googlecalendar",\n  "scopes": "all"\n}\n',
    });
    const { actions, diagnostics } = await project.generate();
    expect([actions[FILE], placesOf(diagnostics, "B44-316")]).toEqual(["kept", [`B44-316 ${FILE}:3:13`]]);
  });
});

describe("in a project that has connector files", () => {
  test("the file is written without the flag, and others are unchanged", async () => {
    const project = backendProject(LISTS, OTHERS);
    const { actions, diagnostics } = await project.generate();
    expect([actions[FILE], placesOf(diagnostics, "B44-315", "B44-319")]).toEqual(["create", []]);
    expect(read(project.folder, "base44/connectors/slack.jsonc")).toBe(OTHERS["base44/connectors/slack.jsonc"]);
  });

  test("two APIs over one connector share its file, which has the scopes of both", async () => {
    const creates = calendar({ operations: ["post:/events"], scopes: ["events"] });
    const project = backendProject({ apis: { calendar: calendar(), creating: creates } }, OTHERS);
    await project.generate();
    expect(scopesIn(read(project.folder, FILE))).toEqual(["events", "events.read"]);
  });

  test("a file that no API needs any more is kept, and belongs to the user from then on", async () => {
    const project = backendProject(LISTS, OTHERS);
    await project.generate();
    project.configure({ apis: { "my-crm": crm() } });
    const { actions, diagnostics } = await project.generate();
    expect([actions[FILE], placesOf(diagnostics, "B44-615")]).toEqual(["kept", [`B44-615 ${FILE}`]]);
    expect(placesOf((await project.generate()).diagnostics, "B44-615")).toEqual([]);
    expect(project.has(FILE)).toBe(true);
  });
});

describe("if the spec does not declare which scopes operations need", () => {
  const silent = JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Calendar", version: "1" },
    servers: [{ url: "https://www.googleapis.com/calendar/v3" }],
    paths: { "/events": { get: { operationId: "listEvents", responses: {} } } },
  });
  const SILENT = { apis: { calendar: calendar({ spec: "specs/silent.json" }) } };
  const files = { "specs/silent.json": silent };

  test.each([
    ["is asked for", [], ["--write-connectors"]],
    ["is not asked for", [], []],
    ["is one of several", Object.entries(OTHERS), []],
  ])("no file is made up, where it %s; the config is where they belong", async (_, more, args) => {
    const project = backendProject(SILENT, { ...files, ...Object.fromEntries(more) });
    const { actions, diagnostics } = await project.generate(...args);
    expect([actions[FILE], project.has(FILE)]).toEqual([undefined, false]);
    const notes = diagnostics.filter(({ code }) => /^B44-31[5-7]$/.test(code));
    expect(notes.map(({ code, message }) => [code, message])).toEqual([
      ["B44-315", `${FILE} was not written: the spec does not say which scopes the selected operations need.`],
    ]);
    expect(notes[0]?.help).toContain('scopes: ["…"]');

    project.configure({ apis: { calendar: calendar({ spec: "specs/silent.json", scopes: ["events.read"] }) } });
    await project.generate("--write-connectors");
    expect(scopesIn(read(project.folder, FILE))).toEqual(["events.read"]);
  });

  test("a user's file is unchanged, and none of its scopes is reported as superfluous", async () => {
    const project = backendProject(SILENT, { ...files, [FILE]: MINE });
    const { actions, diagnostics } = await project.generate("--write-connectors");
    expect([actions[FILE], read(project.folder, FILE)]).toEqual([undefined, MINE]);
    expect(placesOf(diagnostics, "B44-315", "B44-316", "B44-317", "B44-615")).toEqual([]);
  });

  test("b44-gen's own file is kept when the spec no longer declares scopes", async () => {
    const project = backendProject(LISTS);
    await project.generate("--write-connectors");
    write(project.folder, "specs/silent.json", silent);
    project.configure(SILENT);
    const { diagnostics } = await project.generate();
    expect(scopesIn(read(project.folder, FILE))).toEqual(["events.read"]);
    expect(placesOf(diagnostics, "B44-315", "B44-317")).toEqual([]);
  });
});

test("a connector without a file that a user's function uses is reported, with its line", async () => {
  const uses = (type: string) => `  await base44.asServiceRole.connectors.getConnection("${type}");\n`;
  const project = backendProject(LISTS, {
    ...OTHERS,
    "base44/functions/mine/entry.js": `export default async function handler() {\n${uses("slack")}${uses("notion")}}\n`,
    "base44/shared/own.ts": `export async function own(base44) {\n${uses("googlecalendar")}${uses("hubspot")}}\n`,
  });
  const { diagnostics } = await project.generate();
  expect(placesOf(diagnostics, "B44-319")).toEqual([
    "B44-319 base44/functions/mine/entry.js:3",
    "B44-319 base44/shared/own.ts:3",
  ]);
  expect(diagnostics.find(({ code }) => code === "B44-319")).toMatchObject({
    severity: "warning",
    message: expect.stringContaining("uses the connector notion"),
    help: expect.stringContaining("base44 connectors pull"),
  });
});
