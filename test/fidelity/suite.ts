import type { Api } from "../../src/ir/index.js";
import type { Json, JsonObject } from "../../src/json/index.js";
import { compileApi } from "../../src/pipeline/api/compile-api.js";
import { assignable, type Question } from "./assignable.js";
import { emitted, peerTypeOf } from "./emitted.js";
import { Judge } from "./judge.js";
import { named } from "./named.js";
import { documentOf, type Family, type Group } from "./suite-cases.js";

/** What the emitted type says of an instance. */
export interface Outcome {
  /** The group's name and the instance's description. */
  name: string;
  valid: boolean;
  /**
   * Of valid instances, those that a schema of a type says nothing of: `ignored` is of another type than the schema's
   * keywords speak of, `undeclared` is refused for an object with nothing but properties that its schema does not name.
   */
  kind: "plain" | "ignored" | "undeclared";
  /** Of invalid ones: true where the fault is one that types can say. */
  expressible: boolean;
  ours: boolean;
  peer: boolean | undefined;
}

/** Asks our types, and the peer's where they are given, about all instances of the groups. */
export async function suiteOutcomes(
  groups: readonly Group[],
  family: Family,
  peer?: (documents: JsonObject[]) => Promise<(string | undefined)[]>,
): Promise<{ outcomes: Outcome[]; notRead: string[] }> {
  const documents = groups.map(({ schema }) => documentOf(schema, family));
  const apis = await Promise.all(documents.map(compiled));
  const peers = (await peer?.(documents)) ?? [];
  const files: Record<string, string> = {};
  const questions: Question[] = [];
  const outcomes: (Outcome & { asked: { ours: number[]; peer: number | undefined } })[] = [];
  const ask = (question: Question): number => questions.push(question) - 1;
  for (const [index, group] of groups.entries()) {
    const api = apis[index];
    if (!api) continue;
    const { text, typeOf } = emitted(api);
    files[`g${index}`] = text;
    if (peers[index] !== undefined) files[`p${index}`] = peers[index];
    const type = typeOf("X", "response") ?? "unknown";
    const isSpokenOf = new Judge(named(api), { direction: "response", keeps: "everything" }).of("X");
    const expressible = new Judge(named(api), { direction: "response", keeps: "expressible" });
    const isExpressible = expressible.of("X");
    const names = namesIn(expressible.schemas);
    for (const { description, data, valid } of group.tests) {
      const ours = [ask({ file: `g${index}`, type, value: data })];
      const pruned = withNames(data, names);
      if (valid && JSON.stringify(pruned) !== JSON.stringify(data) && isSpokenOf?.(pruned) === true)
        ours.push(ask({ file: `g${index}`, type, value: pruned }));
      const asPeer = `p${index}` in files ? ask({ file: `p${index}`, type: peerTypeOf("X"), value: data }) : undefined;
      outcomes.push({
        name: `${group.name}: ${description}`,
        valid,
        kind: valid && isSpokenOf?.(data) === false ? "ignored" : "plain",
        expressible: !valid && isExpressible?.(data) === false,
        ours: false,
        peer: undefined,
        asked: { ours, peer: asPeer },
      });
    }
  }
  const answers = await assignable(files, questions);
  const answered = outcomes.map(({ asked, ...outcome }): Outcome => {
    const [asItIs, asPruned] = asked.ours.map((index) => answers[index]);
    const isUndeclared = asItIs === "shares nothing" || (asItIs === "no" && asPruned === "yes");
    return {
      ...outcome,
      kind: outcome.valid && outcome.kind === "plain" && isUndeclared ? "undeclared" : outcome.kind,
      ours: asItIs === "yes",
      peer: asked.peer === undefined ? undefined : answers[asked.peer] === "yes",
    };
  });
  return { outcomes: answered, notRead: groups.filter((_, index) => !apis[index]).map(({ name }) => name) };
}

async function compiled(document: JsonObject): Promise<Api | undefined> {
  const stdin = async () => new TextEncoder().encode(JSON.stringify(document));
  try {
    return (await compileApi({ name: "t", spec: "-", operations: "all", cwd: "/", stdin }, () => {})).api;
  } catch {
    return undefined;
  }
}

/** All names in schemas, those of properties among them. */
function namesIn(schema: Json, names = new Set<string>()): Set<string> {
  if (typeof schema === "string") names.add(schema);
  else if (Array.isArray(schema)) for (const item of schema) namesIn(item, names);
  else if (typeof schema === "object" && schema !== null) {
    for (const [key, value] of Object.entries(schema)) namesIn(value, names.add(key));
  }
  return names;
}

function withNames(value: Json, names: ReadonlySet<string>): Json {
  if (Array.isArray(value)) return value.map((item) => withNames(item, names));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => names.has(name));
  return Object.fromEntries(kept.map(([name, item]) => [name, withNames(item, names)]));
}
