import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOf } from "../project/support.js";
import { run } from "./support/in-process.js";

/**
 * A window's title, a colour, the one-byte form of an escape, an override of direction, a tag, and a line that is not ours.
 */
const HOSTILE = "\u001b]0;owned\u0007\u001b[31m\u009b2J\u202etxt\u2066\u{e0041}\r\nerror B44-101 forged";
const STEERING = /(?!\n)\p{Cc}|[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

const SPEC = {
  openapi: "3.1.0",
  info: { title: `Things ${HOSTILE}`, version: "1" },
  paths: {
    [`/things/${HOSTILE}`]: { get: { responses: { "200": { description: HOSTILE } } } },
    // One that an integration can carry.
    "/\u202ethings": {
      get: {
        operationId: "listThings",
        summary: `List ${HOSTILE}`,
        tags: [`Tag ${HOSTILE}`],
        parameters: [{ name: `q${HOSTILE}`, in: "query", required: true, schema: { type: "string" } }],
        responses: { "200": { description: HOSTILE } },
      },
    },
  },
};
const CONFIG = { apis: { things: { spec: "./spec.json", operations: "all" } }, output: "src/generated" };
const PAGE =
  'import { base44 } from "@/api/base44Client";\nconst { custom } = base44.integrations;\ncustom.call("things", "listThings", args);\n';

function app(): string {
  return folderOf({
    "package.json": "{}",
    "spec.json": JSON.stringify(SPEC),
    "b44-gen.config.json": JSON.stringify(CONFIG),
    "src/page.js": PAGE,
  });
}

describe("a spec's text cannot control the terminal", () => {
  test.each([
    ["inspect", ["inspect", "spec.json"], "Tag ␛"],
    ["generate from a spec", ["spec.json", "--slug", "things", "--all", "--out", "src/generated"], '"q\\u001b'],
    ["generate", ["generate"], '"q\\u001b'],
    ["check", ["check"], "B44-"],
    ["check of what is used", ["check", "--usage", "--fix"], "fixed "],
  ])("%s", async (_, args, shown) => {
    const cwd = app();
    if (args[0] === "check") await run(["generate"], { cwd });
    if (args.length === 1)
      writeFileSync(join(cwd, "spec.json"), JSON.stringify({ ...SPEC, info: { ...SPEC.info, version: "2" } }));
    const { stdout, stderr } = await run(args, { cwd });
    const text = stdout + stderr;
    expect(STEERING.exec(text)?.[0]).toBeUndefined();
    expect(text).not.toMatch(/^error B44-101 forged/m);
    expect(text).toContain(shown);
  });

  test.each([
    ["inspect", ["inspect", "spec.json", "--json"]],
    ["generate", ["generate", "--json"]],
    ["check", ["check", "--usage", "--json"]],
    ["SARIF", ["check", "--usage", "--reporter", "sarif"]],
    ["annotations", ["check", "--usage", "--reporter", "github"]],
    ["JUnit", ["check", "--usage", "--reporter", "junit"]],
    ["export", ["export", "spec.json"]],
  ])("nor does it as JSON or another form: %s", async (form, args) => {
    const cwd = app();
    const { stdout } = await run(args, { cwd });
    expect(STEERING.exec(stdout)?.[0]).toBeUndefined();
    if (form === "annotations" || form === "JUnit") return;
    JSON.parse(stdout);
    if (form === "inspect") expect(JSON.parse(stdout).title).toBe(SPEC.info.title);
  });
});
