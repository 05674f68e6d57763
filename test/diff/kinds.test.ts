import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { changesPage } from "../../src/check/diff/document.js";
import { changeKinds } from "../../src/check/diff/kinds/index.js";
import { linesOf, pairNames } from "./support.js";

test("at least 60 pairs of specs show every kind of change with its level", async () => {
  expect(pairNames.length).toBeGreaterThanOrEqual(60);
  const seen = new Set<string>();
  for (const name of pairNames) {
    const { there, back } = await linesOf(name);
    for (const line of [...there, ...back]) seen.add(line.split(" @ ")[0] ?? "");
  }
  const wanted = Object.entries(changeKinds).map(([kind, { level }]) => `${level} ${kind}`);
  expect([...seen].sort()).toEqual(wanted.sort());
});

test("equivalent pairs have no changes", async () => {
  const same = pairNames.filter((name) => name.startsWith("same-"));
  const found = await Promise.all(same.map(async (name) => ({ name, ...(await linesOf(name)) })));
  expect(found).toEqual(same.map((name) => ({ name, there: [], back: [] })));
  expect(same.length).toBeGreaterThan(8);
});

test.each(Object.entries(changeKinds))("%s has a title and a reason", (kind, { title, why }) => {
  expect(kind).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(title).toMatch(/^[A-Za-z].*[^.]$/);
  expect(why).toMatch(/^[A-Z].*\.$/);
});

test("docs/changes.md matches the tables", () => {
  expect(readFileSync(new URL("../../docs/changes.md", import.meta.url), "utf8")).toBe(changesPage());
});
