import type { Api } from "../../src/ir/index.js";
import type { Json, JsonObject } from "../../src/json/index.js";
import { compileApi } from "../../src/pipeline/api/compile-api.js";
import { assignable, type Question } from "./assignable.js";
import { type Emitted, emitted, peerTypeOf } from "./emitted.js";
import { Judge, mended } from "./judge.js";
import { mutations } from "./mutations.js";
import { named, reachable } from "./named.js";
import { Random } from "./random.js";
import type { Reading } from "./reading.js";
import { type Extent, Generator } from "./values.js";

/** How much of each spec is looked at. */
export interface Sample {
  /** At most so many named schemas of a spec, chosen by chance. */
  schemas: number;
  /** At most so many valid values of a schema in each direction. */
  values: number;
  /** At most so many invalid ones. */
  faults: number;
}

/** What the types say of one value. */
export interface Finding {
  spec: string;
  key: string;
  direction: Reading["direction"];
  isValid: boolean;
  value: Json;
  ours: boolean;
  /** Undefined where the peer could not read the spec. */
  peer: boolean | undefined;
}

/** What a measurement of one or several specs found. */
export interface Measurement {
  findings: Finding[];
  /** How many schemas were chosen. */
  chosen: number;
  /** How many of them have a value that the generator found and the validator took. */
  judged: number;
}

/** What openapi-typescript makes of documents, in their order. */
export type Peer = (documents: JsonObject[]) => Promise<(string | undefined)[]>;

/** A spec that is measured. */
export interface MeasuredSpec {
  name: string;
  /** Its path. */
  spec: string;
}

const EXTENTS: Extent[] = ["all", "least", "some", "some", "all", "some"];
const LONGEST = 20_000;

/** Compiles one program for several specs, and asks of it which values fit. Specs that cannot be read are left out. */
export async function measure(specs: readonly MeasuredSpec[], sample: Sample, peer?: Peer): Promise<Measurement> {
  const files: Record<string, string> = {};
  const questions: Question[] = [];
  const asked: (Omit<Finding, "ours" | "peer"> & { ours: number; peer: number | undefined })[] = [];
  let chosen = 0;
  let judged = 0;
  const read = (await Promise.all(specs.map((spec) => readSpec(spec, peer !== undefined)))).filter(
    (spec) => spec !== undefined,
  );
  const texts = (await peer?.(read.map(({ document }) => document ?? {}))) ?? [];
  for (const [index, { name, api }] of read.entries()) {
    const types = emitted(api);
    files[`s${index}`] = types.text;
    if (texts[index] !== undefined) files[`p${index}`] = texts[index];
    const keys = new Random(name).some(Object.keys(named(api)), sample.schemas);
    const cases = casesOf({ name, api, types, keys, sample });
    chosen += keys.length;
    judged += new Set(cases.map(({ key }) => key)).size;
    for (const { type, ...rest } of cases) {
      const ours = questions.push({ file: `s${index}`, type, value: rest.value }) - 1;
      const isRead = texts[index] !== undefined;
      const asPeer = isRead
        ? questions.push({ file: `p${index}`, type: peerTypeOf(rest.key), value: rest.value }) - 1
        : undefined;
      asked.push({ spec: name, ...rest, ours, peer: asPeer });
    }
  }
  const answers = await assignable(files, questions);
  const findings = asked.map((item): Finding => {
    return {
      ...item,
      ours: answers[item.ours] === "yes",
      peer: item.peer === undefined ? undefined : answers[item.peer] === "yes",
    };
  });
  return { findings, chosen, judged };
}

async function readSpec(
  { name, spec }: MeasuredSpec,
  withDocument: boolean,
): Promise<{ name: string; api: Api; document: JsonObject | undefined } | undefined> {
  try {
    const { api, bundle, operationIds } = await compileApi({ name: "t", spec, operations: "all", cwd: "/" }, () => {});
    const document = withDocument ? (await bundle(new Set(operationIds))).root : undefined;
    return { name, api, document };
  } catch {
    return undefined;
  }
}

interface Chosen {
  name: string;
  api: Api;
  types: Emitted;
  keys: string[];
  sample: Sample;
}

type Case = Pick<Finding, "key" | "direction" | "isValid" | "value"> & { type: string };

function casesOf({ name, api, types, keys, sample }: Chosen): Case[] {
  const components = named(api);
  return (["response", "request"] as const).flatMap((direction) => {
    const typed = keys.filter((key) => types.typeOf(key, direction) !== undefined);
    const reached = reachable(typed, components);
    const judge = new Judge(reached, { direction, keeps: "everything" });
    const lenient = new Judge(reached, { direction, keeps: "expressible" });
    return typed.flatMap((key): Case[] => {
      const type = types.typeOf(key, direction);
      const isValid = type === undefined ? undefined : judge.of(key);
      if (type === undefined || !isValid) return [];
      const random = new Random(`${name} ${key} ${direction}`);
      const generator = new Generator(judge.schemas, random);
      const made = EXTENTS.slice(0, sample.values * 2).map((extent) => mended(generator.value(key, extent), isValid));
      const valid = distinct(made.filter((value) => value !== undefined)).slice(0, sample.values);
      const isPossible = lenient.of(key);
      const invalid =
        valid.length === 0 || !isPossible ? [] : faulty({ valid, isPossible, random, count: sample.faults });
      return [
        ...valid.map((value) => ({ key, direction, type, isValid: true, value })),
        ...invalid.map((value) => ({ key, direction, type, isValid: false, value })),
      ];
    });
  });
}

interface Faulty {
  valid: Json[];
  isPossible: (value: Json) => unknown;
  random: Random;
  count: number;
}

/** Values that are invalid in a way that a type can say: by the schema without all that none can. */
function faulty({ valid, isPossible, random, count }: Faulty): Json[] {
  const found: Json[] = [];
  for (const value of mutations(random.of(valid), random, count * 6)) {
    if (found.length < count && isPossible(value) === false) found.push(value);
  }
  return found;
}

function distinct(values: Json[]): Json[] {
  const texts = new Map(values.map((value) => [JSON.stringify(value), value]));
  return [...texts].filter(([text]) => text.length <= LONGEST).map(([, value]) => value);
}
