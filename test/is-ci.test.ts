import { expect, test } from "vitest";
import { isCi } from "../src/is-ci.js";

test.each([
  [undefined, false],
  ["", false],
  ["0", false],
  ["false", false],
  ["1", true],
  ["true", true],
])("CI=%s: %s", (CI, want) => {
  expect(isCi({ CI })).toBe(want);
});
