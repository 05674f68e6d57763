import { expect, test } from "vitest";
import { confidentialFiles } from "../../src/diagnostics/confidential.js";
import {
  confidential,
  diagnostic,
  marksOf,
  rememberSource,
  SourceText,
  setMarks,
} from "../../src/diagnostics/index.js";
import { rememberedSource } from "../../src/diagnostics/source-text.js";

test("a copy of diagnostics gets their texts and confidentiality marks", () => {
  const source = new SourceText("one\ntwo\n");
  const at = (line: number) => rememberSource({ file: "<standard input>", line }, source);
  const found = [
    diagnostic("B44-113", { message: "One.", location: at(1) }),
    diagnostic("B44-113", { message: "Nowhere." }),
    diagnostic("B44-113", { message: "Two.", location: at(2) }),
    confidential(diagnostic("B44-504", { message: "A secret.", location: { file: "config.json", line: 1 } })),
  ];
  const { copy, marks } = structuredClone({ copy: found, marks: marksOf(found) });
  setMarks(copy, marks);
  const lines = copy.map(({ location }) => location && rememberedSource(location)?.lines(location.line ?? 0, 2)[0]);
  expect(lines).toEqual(["one", undefined, "two", undefined]);
  expect(marks.texts).toHaveLength(1);
  expect([...confidentialFiles(copy)]).toEqual(["config.json"]);
  expect(JSON.stringify(copy)).toBe(JSON.stringify(found));
});
