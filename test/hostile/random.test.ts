import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judge } from "./judge.js";
import { FORMS } from "./outputs.js";
import { PAYLOADS } from "./payloads.js";
import { POSITIONS } from "./positions/index.js";

const isLong = process.env.MODE === "long";

/** Pieces that mean something to one of the languages of the output, or to a file system. */
const PIECES = [
  "*",
  "/",
  "\\",
  '"',
  "'",
  "`",
  "${",
  "{",
  "}",
  "\n",
  "\r",
  "\u2028",
  "@",
  "#",
  "<",
  "!--",
  "..",
  "\ud800",
  "a",
  " ",
];

/** Any text, ill-formed UTF-16 too, much of it made of what is special. */
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.constantFrom(...PIECES, ...PAYLOADS.map(({ text }) => text.slice(0, 200))), { maxLength: 8 })
    .map((all) => all.join("")),
);

/** Positions whose text decides what the spec says, so that no harmless text can be compared with any other. */
const DECIDING = new Set([
  "format",
  "type",
  "response status",
  "method",
  "security scheme type",
  "parameter style",
  "whole path",
]);

describe("random texts", () => {
  it("in random positions and forms neither become code nor have an effect", async () => {
    const positions = POSITIONS.filter(({ name }) => !DECIDING.has(name));
    const given = fc.record({
      text: anyText,
      position: fc.constantFrom(...positions),
      form: fc.constantFrom(...FORMS),
    });
    await fc.assert(
      fc.asyncProperty(given, async (one) => {
        expect((await judge(one)).faults, `${one.position.name}, ${one.form.name}`).toEqual([]);
      }),
      isLong ? { numRuns: 3000 } : { numRuns: 20, seed: 6 },
    );
  }, 600_000);
});
