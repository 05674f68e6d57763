import { beforeAll, describe, expect, test } from "vitest";
import { closedOrigin, serve, serveFiles } from "../support/documents.js";
import { folderOf } from "../support/files.js";
import { copyOf, read, tree } from "./support/folders.js";
import { run } from "./support/in-process.js";
import { expectRefusal, type Refusal } from "./support/refusal.js";
import { printedCodes, reportOf } from "./support/report.js";

let cwd: string;
beforeAll(() => {
  cwd = copyOf("bad");
});

const generate = (spec: string) => [spec, "--slug", "things", "--all", "--out", "src/api/generated"];

const named = (spec: string) => [spec, "--slug", "things", "--select", "get:/things", "--out", "src/api/generated"];

type Row = [spec: string, want: Omit<Refusal, "status">];

describe("a spec that cannot be used is refused with its diagnostic and exit status 3, and nothing is written", () => {
  test.each<Row>([
    ["nowhere.yaml", { code: "B44-101", at: "nowhere.yaml", says: "does not exist" }],
    ["./borken.yaml", { code: "B44-101", help: "Did you mean ./broken.yaml?" }],
    ["./Part/things.yaml", { code: "B44-101", help: "Did you mean ./parts/things.yaml?" }],
    ["www.example.com/a.json", { code: "B44-101", help: "Did you mean https://www.example.com/a.json?" }],
    ["http:/a.example/x.json", { code: "B44-101", help: "Did you mean http://a.example/x.json?" }],
    ["localhost:8000/x", { code: "B44-101", help: "Did you mean http://localhost:8000/x?" }],
    ["specs/a.com.json", { code: "B44-101", help: "Check the path" }],
    ["parts", { code: "B44-101", at: "parts", says: "is a folder" }],
    ["ftp://example.com/spec.yaml", { code: "B44-101", says: 'not "ftp:"' }],
    ["D://nowhere.yaml", { code: "B44-101", at: "D://nowhere.yaml", says: "does not exist" }],
    ["page.html", { code: "B44-103", at: "page.html", says: "is a web page" }],
    ["page.json", { code: "B44-103", at: "page.json" }],
    ["broken.json", { code: "B44-104", at: "broken.json:4:3", says: 'a comma or "}" is missing' }],
    ["cut-off.json", { code: "B44-104", at: "cut-off.json:2:20", says: "a string has no closing quote" }],
    ["broken.yaml", { code: "B44-105", at: "broken.yaml:4:2", says: "bad indentation" }],
    ["tab.yaml", { code: "B44-105", at: "tab.yaml:4:1", says: "tab characters" }],
    ["empty.json", { code: "B44-106", at: "empty.json", says: "is empty" }],
    ["empty.yaml", { code: "B44-106", at: "empty.yaml", says: "is empty" }],
    ["package-like.json", { code: "B44-106", at: "package-like.json:1:1", says: "neither `openapi` nor `swagger`" }],
    ["list.yaml", { code: "B44-106", at: "list.yaml:1:1", says: "contains an array" }],
    ["swagger-1.2.json", { code: "B44-107", at: "swagger-1.2.json:3:3", says: 'swagger "1.2"' }],
    ["version-4.yaml", { code: "B44-107", at: "version-4.yaml:1:1", says: 'openapi "4.0.0"' }],
    ["no-paths.yaml", { code: "B44-206", at: "no-paths.yaml:3:1", says: 'its paths refer to "./absent.yaml"' }],
    ["ref-circle.yaml", { code: "B44-112", says: "is circular" }],
  ])("%s", async (spec, want) => {
    await expectRefusal(generate(spec), { status: 3, ...want }, { cwd });
  });

  test.each<Row>([
    ["ref-to-missing-file.yaml", { code: "B44-110", at: "ref-to-missing-file.yaml:11:25", says: "schemas/thing.yaml" }],
    ["ref-to-outside-folder.yaml", { code: "B44-109", at: "ref-to-outside-folder.yaml:11:25", help: "--allow-file" }],
    [
      "ref-to-other-origin.yaml",
      { code: "B44-109", at: "ref-to-other-origin.yaml:11:25", help: "--allow-host schemas.example.com" },
    ],
  ])("%s, where the operation is named", async (spec, want) => {
    await expectRefusal(named(spec), { status: 3, ...want }, { cwd });
  });

  test.each([
    ["ref-to-missing-component.yaml", "B44-108"],
    ["ref-to-missing-part.yaml", "B44-108"],
    ["ref-to-missing-file.yaml", "B44-110"],
    ["ref-to-outside-folder.yaml", "B44-109"],
    ["ref-to-other-origin.yaml", "B44-109"],
  ])("%s is a warning where a pattern took the operation in", async (spec, code) => {
    const { status, stderr } = await run([...generate(spec), "--dry-run"], { cwd });
    expect([status, printedCodes(stderr)]).toEqual([0, expect.arrayContaining([`warning ${code}`])]);
    expect(stderr).toContain(`at ${spec}:11:25`);
  });

  test.each<Row>([
    ["/page", { code: "B44-103", says: "is a web page" }],
    ["/absent", { code: "B44-102", says: "returned 404" }],
    ["/broken.json", { code: "B44-104", says: "is not valid JSON" }],
    ["/foreign.yaml", { code: "B44-109", says: "is not on the spec's own origin", help: "--allow-host" }],
    ["/file.yaml", { code: "B44-109", says: "is a file, but the spec comes from the network" }],
  ])("a URL: %s", async (path, want) => {
    const origin = await serveFiles({
      "/page": read(cwd, "page.html"),
      "/broken.json": read(cwd, "broken.json"),
      "/foreign.yaml": read(cwd, "ref-to-other-origin.yaml"),
      "/file.yaml": read(cwd, "ref-to-missing-file.yaml").replace("./schemas", "file:///etc"),
    });
    await expectRefusal(named(origin + path), { status: 3, ...want }, { cwd });
  });

  test("a URL that does not respond", async () => {
    const says = "could not be fetched: its host refuses connections";
    await expectRefusal(generate(`${await closedOrigin()}/spec.yaml`), { code: "B44-102", status: 3, says }, { cwd });
  });

  test("a URL whose response is cut off", async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { "content-length": 1000 }).write("openapi: 3.0.3\n");
      setTimeout(() => response.destroy(), 20);
    });
    await expectRefusal(generate(`${origin}/spec.yaml`), { code: "B44-102", status: 3 }, { cwd });
  });

  test("standard input: nothing, and broken JSON", async () => {
    await expectRefusal(generate("-"), { code: "B44-106", status: 3, at: "<stdin>" }, { cwd });
    const input = read(cwd, "broken.json");
    await expectRefusal(generate("-"), { code: "B44-104", status: 3, at: "<stdin>:4:3" }, { cwd, input });
  });
});

test("the message shows the place in the source", async () => {
  const { stderr } = await run(generate("broken.json"), { cwd });
  expect(stderr).toContain(`  > 4 |   "paths": {}\n      |   ^\n`);
});

test("the message shows the place in what came over the network, or by standard input", async () => {
  const excerpt = `  > 4 |   "paths": {}\n      |   ^\n`;
  const input = read(cwd, "broken.json");
  const origin = await serveFiles({ "/broken.json": input });
  expect((await run(generate(`${origin}/broken.json`), { cwd })).stderr).toContain(excerpt);
  expect((await run(generate("-"), { cwd, input })).stderr).toContain(excerpt);
  const dangling = read(cwd, "ref-to-missing-file.yaml").replace(/: \S*schemas\S*/, ": '#/components/schemas/None'");
  expect((await run(generate("-"), { cwd, input: dangling })).stderr).toMatch(
    /at <stdin>:11:25 .*\n.*\n.*\n {2}> 11 \|/,
  );
});

describe("the content of a referenced file is not in messages", () => {
  test("a file that --allow-file does not name is refused alike, whether it exists or not", async () => {
    const folder = folderOf({
      "app/there.yaml": read(cwd, "ref-to-outside-folder.yaml").replace("../../package.json", "../secret.json"),
      "app/absent.yaml": read(cwd, "ref-to-outside-folder.yaml").replace("../../package.json", "../absent.json"),
      "secret.json": "{}",
    });
    const texts = await Promise.all(
      ["there", "absent"].map(async (name) => {
        const { stderr } = await run(named(`${name}.yaml`), { cwd: `${folder}/app` });
        return stderr.replaceAll(/\b(there|secret|absent)\b/g, "NAME");
      }),
    );
    expect(texts[0]).toBe(texts[1]);
    expect(printedCodes(texts[0]!)).toEqual(["error B44-109"]);
  });
});

describe("an operation that custom.call cannot carry", () => {
  const select = (pattern: string, ...more: string[]) => {
    return ["uploads.yaml", "--slug", "files", "--select", pattern, "--out", "generated", ...more];
  };

  test("is an error if it was named, and nothing is written", async () => {
    const want: Refusal = { code: "B44-301", status: 2, at: "uploads.yaml:13:5", says: "multipart/form-data" };
    await expectRefusal(select("post:/files"), want, { cwd });
    await expectRefusal(select("id:uploadFile"), want, { cwd });
  });

  test("is a warning if a pattern matched it, and the rest is written", async () => {
    const folder = copyOf("bad");
    const { status, stdout, stderr } = await run(select("*:/files", "--json"), { cwd: folder });
    expect(status).toBe(0);
    expect(printedCodes(stderr)).toEqual(["warning B44-301"]);
    const { apis, diagnostics } = reportOf(stdout);
    expect(apis[0]?.operations).toEqual([
      {
        operation: "get:/files",
        name: "listFiles",
        file: "files.ts",
        transport: "integration",
        call: "listFiles(base44)",
      },
      { operation: "post:/files", name: "uploadFile", file: null, transport: null, call: null },
    ]);
    expect(diagnostics).toMatchObject([{ code: "B44-301", severity: "warning", location: { line: 13 } }]);
    expect(tree(`${folder}/generated`)["files.ts"]).toContain("function listFiles");
    expect(tree(`${folder}/generated`)["files.ts"]).not.toContain("uploadFile");
  });
});
