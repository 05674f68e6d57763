import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { findImpact, type Impact } from "../../src/check/impact/index.js";
import { copyOf, regenerated } from "./support.js";

/** How code gets at the result of `call()`, and whether it reads the removed property, loses sight of it, or neither. */
type Case = [name: string, code: string, outcome: "reads" | "loses" | "neither"];

const cases: Case[] = [
  ["an array's item", "const { data } = await call(); return data[0].nick.length;", "reads"],
  ["a name in brackets", `const r = await call(); r.data.forEach((c) => console.log(c["nick"].length));`, "reads"],
  ["a filtered list", "(await call()).data.filter((c) => c.id).map(({ nick }) => nick.length);", "reads"],
  ["one that is looked for", "const r = await call(); const c = r.data.find(Boolean); if (c) c.nick.trim();", "reads"],
  ["a loop", "const r = await call(); for (const { nick } of r.data) nick.trim();", "reads"],
  ["a promise", "call().then((r) => { for (const c of r?.data ?? []) c.nick.trim(); });", "reads"],
  ["something else with that name", "const r = await call(); r.data.map((c) => c.address.nick.length);", "neither"],
  ["the name outside the data", "const r = await call(); return r.nick;", "neither"],
  ["other properties", "const r = await call(); r.data.map((c) => c.name.length + c.id.length);", "neither"],
  [
    "another variable of the name",
    "const r = await call(); { const r = { data: [{ nick: 1 }] }; r.data[0].nick; }",
    "neither",
  ],
  ["the status", "const { success, status_code } = await call(); return success && status_code;", "neither"],
  ["an array that is passed on", "const r = await call(); show(r.data);", "loses"],
  ["a result that is given back", "return await call();", "loses"],
  ["a callback from elsewhere", "call().then(show);", "loses"],
];

describe("the result of a call without types", () => {
  let impact: Impact = { places: [], calls: [] };
  beforeAll(async () => {
    const folder = copyOf("impact-js");
    rmSync(join(folder, "src/pages"), { recursive: true });
    mkdirSync(join(folder, "src/cases"));
    for (const [index, [, code]] of cases.entries()) {
      const written = code.replace("call()", `client.integrations.custom.call("book", "get:/contacts")`);
      writeFileSync(join(folder, `src/cases/${index}.js`), `export async function f(client, show) { ${written} }\n`);
    }
    impact = await findImpact(await regenerated(folder, { language: "js" }));
  });

  it.each(cases.map(([name, , outcome], index) => ({ name, index, outcome })))("$name", ({ index, outcome }) => {
    const isHere = ({ file }: { file: string }) => file === `src/cases/${index}.js`;
    const places = impact.places.filter(isHere);
    expect(places.map(({ changes }) => changes.map(({ kind }) => kind))).toEqual(
      outcome === "reads" ? [["response-property-removed"]] : [],
    );
    expect(impact.calls.filter(isHere).length).toBe(outcome === "loses" ? 1 : 0);
  });
});
