import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { findImpact, type Impact } from "../../src/check/impact/index.js";
import { copyOf, regenerated } from "./support.js";

const PRELUDE = `import { base44 } from "@/api/base44Client"; import * as book from "@/api/generated/book"; import { listContacts, getContact, unwrap, type Contact } from "@/api/generated/book";`;

/** What a piece of code is, the code, and the names of the changes that break it: property, parameter or operation. */
type Case = [name: string, code: string, broken: string[]];

const NICK = ["response-property-removed"];

const cases: Case[] = [
  ["a property in brackets", `export const f = (c: Contact) => c["nick"];`, NICK],
  ["a property of a type", `export type Nick = Contact["nick"];`, NICK],
  ["a property picked from a type", `export type Nick = Pick<Contact, "nick">;`, NICK],
  ["optional chaining", `export const f = (c?: Contact) => c?.nick;`, NICK],
  ["a hidden error", `export const f = (c: Contact) =>\n  // @ts-ignore\n  c.nick;`, NICK],
  ["a parameter that is taken apart", `export const f = ({ nick: n }: Contact) => n;`, NICK],
  [
    "several calls at once",
    `export async function f() { const [a] = await Promise.all([unwrap(listContacts(base44)), 1]); return a.map((c) => c.nick); }`,
    NICK,
  ],
  [
    "a helper of the app between",
    `const one = async (contactId: string) => unwrap(getContact(base44, { pathParams: { contactId } } as never));
export const f = async () => (await one("c")).nick;`,
    NICK,
  ],
  [
    "a property given another name",
    `export async function f() { for (const { nick: called } of await unwrap(listContacts(base44))) called.trim(); }`,
    NICK,
  ],
  [
    "a removed operation, loaded when needed",
    `export const f = async () => (await import("@/api/generated/book")).listReports(base44);`,
    ["operation-removed"],
  ],
  ["the type of a removed operation", `export type R = book.ListReportsResult;`, ["operation-removed"]],
  ["a removed operation handed on", `export const f = { queryFn: book.listReports };`, ["operation-removed"]],
  ["a removed operation exported again", `export { listReports } from "@/api/generated/book";`, ["operation-removed"]],
  [
    "an optional value as a required one",
    `export const f = (c: Contact): string => c.email;`,
    ["response-property-became-optional"],
  ],
  ["a number that is now a string", `export const f = (c: Contact): number => c.age * 2;`, ["response-type-changed"]],
  [
    "a function among the arguments of a call, which is not what breaks it",
    `export const double = (age: number) => 2 * age;
export const f = (all: Contact[]) => book.createContact(base44, { payload: { name: all.map((c) => double(c.age)).join() } });`,
    ["request-required-property-added", "response-type-changed"],
  ],
  ["a value that may be null in a template", "export const f = (c: Contact) => `${c.phone}`;", []],
  ["an optional value with something in its place", `export const f = (c: Contact): string => c.email ?? "";`, []],
  [
    "a value as one of a type that has what it lacks now",
    `export const f = (c: Contact): { nick: string } => c;`,
    NICK,
  ],
  ["a value of another type with the same property", `export const f = (c: { nick: string }) => c.nick;`, []],
  ["a right call", `export const f = () => listContacts(base44, { queryParams: { limit: 3, sort: "name" } });`, []],
  ["code that was wrong before", `export const f = (c: Contact) => c.nickname;`, []],
  ["the log", `export const f = async () => console.log(await listContacts(base44));`, []],
];

describe("code of an app", () => {
  let impact: Impact = { places: [], calls: [] };
  beforeAll(async () => {
    const folder = copyOf("impact-ts");
    rmSync(join(folder, "src/pages"), { recursive: true });
    mkdirSync(join(folder, "src/cases"));
    for (const [index, [, code]] of cases.entries()) {
      writeFileSync(join(folder, `src/cases/${index}.ts`), `${PRELUDE}\n${code}\n`);
    }
    impact = await findImpact(await regenerated(folder, { language: "ts" }));
  });

  it.each(cases.map(([name, , broken], index) => ({ name, index, broken })))("$name", ({ index, broken }) => {
    const places = impact.places.filter(({ file }) => file === `src/cases/${index}.ts`);
    const kinds = places.map(({ changes }) => [...new Set(changes.map(({ kind }) => kind))].join());
    expect(kinds).toEqual(broken);
    expect(impact.calls).toEqual([]);
  });
});
