import { expect, it } from "vitest";
import { planRequests } from "../src/pipeline/threads/index.js";
import { shownSpec } from "../src/spec/load/index.js";

it.each<[spec: string, wanted: string]>([
  ["-", "standard input"],
  ["specs/a?b.yaml", "specs/a?b.yaml"],
  ["https://example.com/a.json", "https://example.com/a.json"],
  ["https://user:secret@example.com/a.json?token=secret", "https://example.com/a.json?…"],
])("a step names %s as %s", (spec, wanted) => {
  expect(shownSpec(spec)).toBe(wanted);
});

it("an error during progress keeps its own stack", async () => {
  const fault = new Error("of b44-gen itself");
  const progress = () => {
    throw fault;
  };
  const request = { name: "t", spec: "spec.json", operations: "all" as const, cwd: "/" };
  const planned = planRequests([request], { folder: "/", anyNumber: false, targets: ["app"], progress });
  await expect(planned).rejects.toMatchObject({ message: fault.message, stack: fault.stack });
});
