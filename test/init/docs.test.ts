import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { syntaxFault } from "./ci-support.js";

const page = readFileSync(join(import.meta.dirname, "../../docs/ci.md"), "utf8");

function blocks(language: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map(([, text]) => text ?? "");
}

test("the examples of docs/ci.md are valid YAML, JSON and shell", () => {
  expect([blocks("yaml").length, blocks("json").length, blocks("sh").length].every((count) => count > 1)).toBe(true);
  for (const text of blocks("yaml")) expect(load(text)).toBeTypeOf("object");
  for (const text of blocks("json")) expect(JSON.parse(text)).toBeTypeOf("object");
  for (const text of blocks("sh")) expect(syntaxFault(text)).toBe("");
});

test("cached tasks do not restore the user's files, and do not use the network", () => {
  for (const text of blocks("json")) {
    expect(text).not.toContain("entry.ts");
    expect(text).not.toContain("upstream");
  }
});
