import { expect, it } from "vitest";
import { diagnostic } from "../src/diagnostics/index.js";

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
