import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { folderOf, tree } from "./support/folders.js";
import { run } from "./support/process.js";

/** A spec of so many operations. */
function spec(operations: number): string {
  const get = { responses: { 200: { description: "Fine." } } };
  const paths = Object.fromEntries(Array.from({ length: operations }, (_, index) => [`/p${index}`, { get }]));
  return JSON.stringify({ openapi: "3.1.0", info: { title: "Many", version: "1" }, paths });
}

test("diff compares more operations than an integration can have, and writes nothing", async () => {
  let text = spec(40);
  const server = createServer((_, response) => response.end(text)).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/many.json`;
  const cwd = folderOf({ "b44-gen.config.json": JSON.stringify({ apis: { many: { spec: url, operations: "all" } } }) });
  expect(await run(["--all"], { cwd })).toMatchObject({ status: 0 });
  const before = tree(cwd);
  expect(await run(["diff"], { cwd })).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("No selected operation"),
  });
  text = spec(35);
  expect(await run(["diff"], { cwd })).toMatchObject({ status: 1, stderr: expect.stringContaining("get:/p39") });
  expect(tree(cwd)).toEqual(before);
});
