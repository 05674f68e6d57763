import { expect, it } from "vitest";
import { shownSpec } from "../src/pipeline/progress.js";

it.each<[spec: string, wanted: string]>([
  ["-", "standard input"],
  ["specs/a?b.yaml", "specs/a?b.yaml"],
  ["https://example.com/a.json", "https://example.com/a.json"],
  ["https://user:secret@example.com/a.json?token=secret", "https://example.com/a.json?…"],
])("a step names %s as %s", (spec, wanted) => {
  expect(shownSpec(spec)).toBe(wanted);
});
