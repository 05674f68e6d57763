import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { compareServers } from "../../src/check/diff/operation/servers.js";
import type { Api, Operation } from "../../src/ir/index.js";
import { camelCase } from "../../src/ir/names/words.js";
import { baseUrlOf } from "../../src/plan/backend/servers/base-url.js";
import { isPrivateHost } from "../../src/spec/load/fetch/private-host.js";
import { explainColon } from "../../src/spec/load/yaml/colon.js";
import { suggestion } from "../../src/spec/select/suggestion.js";
import { serversOf } from "../../src/spec/upgrade/server-object.js";
import { withoutEnd, withoutEnds } from "../../src/spec/without-ends.js";
import { processorTime } from "../support/processor-time.js";
import { FORMS, outputOf } from "./outputs.js";
import { documentWith, POSITIONS } from "./positions/index.js";

const LENGTH = 100_000;
const SLASHES = "/".repeat(LENGTH);
const DOTS = ".".repeat(LENGTH);
const NO_KEY = "bad indentation of a mapping entry";
const COLONS = `a${": #".repeat(LENGTH)}\u2028x\nkey\n  b b: c`;
/** Time in proportion to the length is some milliseconds, to its square more than two seconds. */
const MOST = 1000;

/** Fails where something takes longer; what takes minutes ends only then, for nothing stops a pattern. */
async function within<T>(most: number, act: () => T): Promise<Awaited<T>> {
  let result: Awaited<T> | undefined;
  const time = await processorTime(async () => {
    result = await act();
  });
  expect(time).toBeLessThan(most);
  return result as Awaited<T>;
}

describe("a run of characters before the end of the text", () => {
  const servers = (url: string) => [{ url, description: undefined, variables: [] }] as unknown as Api["servers"];
  const baseUrl = (url: string) => {
    const api = { address: "spec.json" } as Api;
    return baseUrlOf({ api, servers: servers(url), configured: undefined, connector: undefined });
  };
  const compared = (url: string) => {
    const operation = { servers: servers(url) } as unknown as Operation;
    const says: string[] = [];
    const report = { before: operation, after: operation, add: ({ says: one }: { says: string }) => says.push(one) };
    compareServers(report as unknown as Parameters<typeof compareServers>[0], {} as { before: Api; after: Api });
    return says;
  };

  it.each<[what: string, act: () => unknown, want: unknown]>([
    ["text without its end", () => withoutEnd(`${SLASHES}x/.`, "/."), `${SLASHES}x`],
    ["text without its ends", () => withoutEnds(`/.${SLASHES}x/.`, "/."), "x"],
    ["text of nothing else", () => withoutEnds(SLASHES, "/"), ""],
    ["the host", () => serversOf({ host: `a${SLASHES}x//` }), [{ url: `https://a${SLASHES}x` }]],
    ["a host with a scheme", () => serversOf({ host: `http://${SLASHES}x/` }), [{ url: "http://x" }]],
    ["a base path", () => serversOf({ host: "a", basePath: `/${SLASHES}x//` }), [{ url: `https://a/${SLASHES}x` }]],
    ["a server", () => baseUrl(`https://a.b/${SLASHES}x//`), { url: `https://a.b/${SLASHES}x` }],
    ["a server's fragment", () => baseUrl(`https://a.b/${"#\n".repeat(LENGTH)}`), { url: "https://a.b" }],
    ["servers that are compared", () => compared(`https://a.b/${SLASHES}x`), []],
    ["a pattern", () => suggestion(`tag:${SLASHES}x`, []), undefined],
    ["a host of a URL", () => isPrivateHost(`a${DOTS}com${DOTS}`), false],
    ["a line above a colon", () => explainColon(NO_KEY, { line: 2, column: 5 }, COLONS)?.place.line, 2],
    ["capitals", () => camelCase(["A".repeat(LENGTH)]), "a".repeat(LENGTH)],
  ])("%s", async (_, act, want) => {
    const result = await within(MOST, act);
    // No matcher, which would print all of it.
    expect(isDeepStrictEqual(result, want)).toBe(true);
  });

  it("a path that almost matches a pattern", async () => {
    const entry = { id: `get:/${SLASHES}x`, path: `/${SLASHES}x`, method: "get", tags: [], operationId: undefined };
    type Entries = Parameters<typeof suggestion>[1];
    await within(MOST, () => expect(suggestion("get:/X", [entry] as unknown as Entries)).toBe(entry.id));
  });
});

describe("the parts of words", () => {
  it.each([
    ["HTTPServer", "httpServer"],
    ["HTTP", "http"],
    ["AListOf", "aListOf"],
    ["ABcDEf", "aBcDEf"],
    ["Ab", "ab"],
  ])("%s", (word, want) => expect(camelCase([word])).toBe(want));
});

const RUN = 40_000;
const RUNS = [
  `/${"/".repeat(RUN)}x`,
  `a${" ".repeat(RUN)}x`,
  `${"A".repeat(RUN)}-`,
  `/${"{".repeat(RUN)}`,
  `/${"{a:".repeat(RUN / 4)}`,
  `/${"{a:b}".repeat(RUN / 5)}{`,
  `text/plain${"\t".repeat(RUN)};x`,
  `a${"-_.".repeat(RUN / 4)}a`,
  `https://a.b/${"#\n".repeat(RUN / 2)}`,
  `a${"\u0301".repeat(RUN)}`,
  `#/${"~1".repeat(RUN / 2)}`,
];

describe("a long run in every position", () => {
  const chosen = POSITIONS.flatMap((position, index) =>
    RUNS.filter((_, run) => process.env.MODE === "long" || run === index % RUNS.length).map(
      (text) => [position, text] as const,
    ),
  );
  it.each(chosen.map(([position, text]) => [position.name, text.slice(0, 12), position, text] as const))(
    "%s: %j",
    async (_, __, position, text) => {
      await within(10 * MOST, () => outputOf(documentWith(position, text), FORMS[2]!));
    },
  );
});
