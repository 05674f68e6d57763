import { beforeAll, describe, expect, test } from "vitest";
import { copyOf, folderOf, tree } from "./support/folders.js";
import { run } from "./support/in-process.js";
import { expectRefusal, type Refusal } from "./support/refusal.js";
import { printedCodes, reportOf } from "./support/report.js";

let cwd: string;
beforeAll(() => {
  cwd = copyOf("bad");
});

const select = (spec: string, ...patterns: string[]) => {
  return [spec, "--slug", "things", "--select", ...patterns, "--out", "generated"];
};

describe("a selection that cannot be used is refused with exit status 2, and nothing is written", () => {
  test.each<[patterns: string[], want: Omit<Refusal, "status">]>([
    [["tag:Nobody"], { code: "B44-201", says: "The pattern tag:Nobody matches no operation of uploads.yaml" }],
    [["get:/nothing/**", "tag:Nobody"], { code: "B44-201" }],
    [["files"], { code: "B44-205", says: '"files" is not valid', help: "Did you mean get:/files?" }],
    [["all"], { code: "B44-205", help: "use `--all`" }],
    [["get:/files", "*"], { code: "B44-205", help: "use `--all`" }],
    [["???"], { code: "B44-205", help: "tag:Name" }],
    [["/files"], { code: "B44-205" }],
    [["get:/folders"], { code: "B44-202", says: "no operation get:/folders", help: "inspect" }],
    [["patch:/files"], { code: "B44-202", says: "no operation patch:/files" }],
    [["id:listFolders"], { code: "B44-202", says: "no operation id:listFolders" }],
    [["get:/files", "get:/folders"], { code: "B44-202" }],
  ])("%s", async (patterns, want) => {
    await expectRefusal(select("uploads.yaml", ...patterns), { status: 2, ...want }, { cwd });
  });

  test("no selection at all", async () => {
    const args = ["uploads.yaml", "--slug", "things", "--out", "generated"];
    await expectRefusal(args, { code: "B44-201", status: 2, says: "--select PATTERN... or --all" }, { cwd });
  });
});

test("a named operation with a misspelt method is reported as that", async () => {
  const paths = { "/batch/read": { pots: { responses: {} } }, "/batch/reads": { post: { responses: {} } } };
  const folder = folderOf({ "s.json": JSON.stringify({ openapi: "3.0.3", paths }) });
  const { status, stderr } = await run(select("s.json", "post:/batch/read"), { cwd: folder });
  expect([status, printedCodes(stderr)]).toEqual([2, ["warning B44-308", "error B44-202"]]);
  expect(stderr).toContain("Did you mean `post`?");
  expect(stderr).not.toContain("post:/batch/reads");
});

test("one pattern of several that matches nothing is a warning", async () => {
  const folder = copyOf("bad");
  const { status, stderr } = await run(select("uploads.yaml", "get:/files", "tag:Nobody"), { cwd: folder });
  expect(status).toBe(0);
  expect(printedCodes(stderr)).toEqual(["warning B44-203"]);
});

describe("more than 30 operations for an integration", () => {
  test("are an error that explains how to select", async () => {
    const want: Refusal = {
      code: "B44-204",
      status: 2,
      at: "operations-31.yaml:3:1",
      says: "31 operations are selected for things; an integration exposes at most 30",
      help: "Select fewer operations, or split the API into two integrations",
    };
    await expectRefusal(select("operations-31.yaml", "get:/things/*"), want, { cwd });
  });

  test("are written with --all, with a warning", async () => {
    const folder = copyOf("bad");
    const args = ["operations-31.yaml", "--slug", "things", "--all", "--out", "generated", "--json"];
    const { status, stdout } = await run(args, { cwd: folder });
    expect(status).toBe(0);
    const { apis, diagnostics } = reportOf(stdout);
    expect(apis[0]?.operations).toHaveLength(31);
    expect(diagnostics.filter(({ severity }) => severity !== "info").map(({ code }) => code)).toEqual(["B44-307"]);
    expect(tree(`${folder}/generated`)["things.ts"]?.match(/^export function get/gm)).toHaveLength(31);
  });

  test("30 are allowed", async () => {
    const args = select("operations-31.yaml", ...Array.from({ length: 30 }, (_, index) => `get:/things/${index + 1}`));
    expect(await run([...args, "--dry-run"], { cwd })).toMatchObject({ status: 0 });
  });
});
