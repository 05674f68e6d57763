import { corpus } from "./corpus.js";
import { type Finding, type Measurement, measure, type Peer } from "./measure.js";
import { peerTypes } from "./peer.js";
import { type Outcome, suiteOutcomes } from "./suite.js";
import { groups, SUITES } from "./suite-cases.js";

/** What the long form looks at. */
export interface ReportOptions {
  /** The folder of specs; the corpus beside the project where there is none. */
  specs: string | undefined;
  /** Every so many specs of the corpus. */
  every: number;
  /** Specs larger than this, in bytes, are left out. */
  largest: number;
  /** How many schemas of a spec. */
  schemas: number;
  /** False to leave openapi-typescript out, which takes most of the time. */
  peer: boolean;
  /** True to print every value that a type is wrong about. */
  show: boolean;
  say(line: string): void;
}

/** Specs that share a program. */
const AT_ONCE = 12;

/** Measures the suite and the corpus, our types beside openapi-typescript's, and prints a table in Markdown. */
export async function report({ specs, every, largest, schemas, peer, show, say }: ReportOptions): Promise<void> {
  say("| what | values | b44-gen | openapi-typescript |");
  say("| --- | ---: | ---: | ---: |");
  for (const { draft, family } of SUITES) {
    const { outcomes } = await suiteOutcomes(groups(draft), family, peer && family !== "2.0" ? peerTypes : undefined);
    for (const [title, rows, isWanted] of suiteRows(outcomes)) {
      say(row(`${draft} in OpenAPI ${family}: ${title}`, rows, isWanted));
    }
  }
  const found = await measureAll(
    corpus(largest, specs).filter((_, index) => index % every === 0),
    schemas,
    peer ? peerTypes : undefined,
  );
  const valid = found.findings.filter(({ isValid }) => isValid);
  const invalid = found.findings.filter(({ isValid }) => !isValid);
  const rows: [string, Finding[], boolean][] = [
    ["valid, taken", valid, true],
    ["invalid, refused", invalid, false],
  ];
  for (const [title, findings, isWanted] of rows) say(row(`specs: ${title}`, findings, isWanted));
  say("");
  say(`${found.judged} of ${found.chosen} schemas have values; for the others no value that was tried is valid.`);
  if (!show) return;
  for (const { spec, key, direction, isValid, value } of found.findings.filter(
    ({ ours, isValid }) => ours !== isValid,
  )) {
    say(`${isValid ? "refused" : "taken"}: ${spec} ${key} (${direction}) ${JSON.stringify(value).slice(0, 300)}`);
  }
}

async function measureAll(
  specs: ReturnType<typeof corpus>,
  schemas: number,
  peer: Peer | undefined,
): Promise<Measurement> {
  const all: Measurement = { findings: [], chosen: 0, judged: 0 };
  for (let start = 0; start < specs.length; start += AT_ONCE) {
    const part = await measure(specs.slice(start, start + AT_ONCE), { schemas, values: 3, faults: 5 }, peer);
    all.findings.push(...part.findings);
    all.chosen += part.chosen;
    all.judged += part.judged;
  }
  return all;
}

function suiteRows(outcomes: Outcome[]): [title: string, rows: Outcome[], isWanted: boolean][] {
  return [
    ["valid, taken", outcomes.filter(({ valid, kind }) => valid && kind === "plain"), true],
    ["valid, of a type the schema is silent about, taken", outcomes.filter(({ kind }) => kind === "ignored"), true],
    ["valid, with undeclared properties only, taken", outcomes.filter(({ kind }) => kind === "undeclared"), true],
    ["invalid as a type can say, refused", outcomes.filter(({ expressible }) => expressible), false],
    ["invalid in any way, refused", outcomes.filter(({ valid }) => !valid), false],
  ];
}

interface Answer {
  ours: boolean;
  peer: boolean | undefined;
}

function row(title: string, answers: Answer[], isWanted: boolean): string {
  const compared = answers.filter((answer) => answer.peer !== undefined);
  const ours = percent(answers.filter((answer) => answer.ours === isWanted).length, answers.length);
  const peer = percent(compared.filter((answer) => answer.peer === isWanted).length, compared.length);
  const note = compared.length > 0 && compared.length < answers.length ? ` (of ${compared.length})` : "";
  return `| ${title} | ${answers.length} | ${ours} | ${peer}${note} |`;
}

function percent(part: number, all: number): string {
  return all === 0 ? "-" : `${((100 * part) / all).toFixed(2)} %`;
}
