import { expect, it } from "vitest";
import { isColoured } from "../../src/cli/coloured.js";

it.each<[isTerminal: boolean, env: Record<string, string>, wanted: boolean]>([
  [true, {}, true],
  [false, {}, false],
  [true, { TERM: "dumb" }, false],
  [true, { NO_COLOR: "1" }, false],
  [true, { NO_COLOR: "", FORCE_COLOR: "" }, true],
  [false, { FORCE_COLOR: "1" }, true],
  [true, { FORCE_COLOR: "0" }, false],
  [true, { FORCE_COLOR: "false" }, false],
  [false, { FORCE_COLOR: "3", TERM: "dumb" }, true],
  [true, { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
])("a terminal: %s, with %o", (isTerminal, env, wanted) => {
  expect(isColoured(isTerminal, env)).toBe(wanted);
});
