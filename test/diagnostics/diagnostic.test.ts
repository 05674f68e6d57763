import { expect, it } from "vitest";
import { diagnostic, unexpected } from "../../src/diagnostics/index.js";

it.each<[length: number, want: number]>([
  [0, 0],
  [4000, 4000],
  [4001, 4003],
  [1_000_000, 4003],
])("a message of %i characters has %i", (length, want) => {
  const message = `B${"x".repeat(Math.max(0, length - 2))}E`.slice(0, length);
  const said = diagnostic("B44-113", { message }).message;
  expect(said).toHaveLength(want);
  expect([said[0], said.at(-1)]).toEqual([message[0], message.at(-1)]);
});

it.each([
  [new TypeError("x is not a function"), "b44-gen failed: x is not a function"],
  ["out of memory", "b44-gen failed: out of memory"],
])("a fault of b44-gen itself is told without its stack: %s", (error, message) => {
  expect(unexpected(error)).toMatchObject({ code: "B44-599", severity: "error", message });
});
