import { expect, test } from "vitest";
import { folderOf } from "./support/folders.js";
import { run } from "./support/in-process.js";

const operation = (operationId: string) => ({ operationId, responses: { 200: { description: "" } } });
const posts = ["one", "two", "three", "four", "five", "six"].map((name) => [`/${name}`, { post: operation(name) }]);

test("the report names five operations besides its example, wherever that is", async () => {
  const paths = { ...Object.fromEntries(posts), "/last": { get: operation("last") } };
  const cwd = folderOf({
    "spec.json": JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths }),
  });
  const { stdout } = await run(["spec.json", "--slug", "x", "--all", "--out", "out"], { cwd });
  expect(stdout).toContain("x: 7 operations (also one, two, three, four, five and 1 more). Example:");
});
