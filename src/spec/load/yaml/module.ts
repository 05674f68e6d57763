import type { LoadOptions, Schema, Type, YAMLException } from "js-yaml";
import { maxYamlDepth } from "../limits/limits.js";
import { asWritten } from "./written-scalar.js";

/** js-yaml, with the parts that the typings of version 4.3 leave out. */
type YamlModule = typeof import("js-yaml") & { types: Record<"int" | "float" | "bool" | "null", Type> };

/** Options that the typings leave out as well. */
interface YamlOptions extends LoadOptions {
  maxDepth: number;
  maxTotalMergeKeys: number;
}

/** js-yaml, configured for specs. */
export interface YamlReader {
  /**
   * Reads the documents of a YAML stream; empty ones are null or undefined. Plain scalars follow the core schema of
   * YAML 1.2 (section 10.3), so dates and `yes` are strings; numbers, booleans and nulls that JSON writes differently
   * are a `WrittenScalar`, and, as keys, the source text. Merge keys (`<<`) work, and unknown tags are ignored.
   * @throws a `YAMLException`, see {@link YamlReader.isFault}, or a RangeError if the stack is too small.
   */
  read(text: string, options: { duplicateKeys: boolean; listener?: LoadOptions["listener"] }): unknown[];
  /** Whether `read` threw this error because a text is not YAML. */
  isFault(error: unknown): error is YAMLException;
}

let reader: YamlReader | undefined;

/** Loads js-yaml, which a run without YAML does not need. */
export async function loadYaml(): Promise<YamlReader> {
  reader ??= createReader((await import("js-yaml")) as YamlModule);
  return reader;
}

/** Returns js-yaml if {@link loadYaml} was ever called. If a parsed YAML document exists, it was. */
export function loadedYaml(): YamlReader | undefined {
  return reader;
}

function createReader(yaml: YamlModule): YamlReader {
  const schema = specSchema(yaml);
  return {
    read(text, { duplicateKeys, listener }) {
      const options: YamlOptions = {
        schema,
        json: duplicateKeys,
        listener,
        maxDepth: maxYamlDepth,
        maxTotalMergeKeys: 1_000_000,
      };
      return yaml.loadAll(text, null, options);
    },
    isFault: (error) => error instanceof yaml.YAMLException,
  };
}

function specSchema(yaml: YamlModule): Schema {
  const merge = new yaml.Type("tag:yaml.org,2002:merge", {
    kind: "scalar",
    resolve: (data: unknown) => data === "<<" || data === null,
  });
  const kinds = ["scalar", "sequence", "mapping"] as const;
  const anyTag = kinds.map((kind) => new yaml.Type("", { kind, multi: true }));
  // They replace the types with the same tag.
  const written = (["null", "bool", "int", "float"] as const).map((name) => keepingText(yaml, name));
  return yaml.CORE_SCHEMA.extend({ implicit: [...written, merge], explicit: anyTag });
}

function keepingText(yaml: YamlModule, name: keyof YamlModule["types"]): Type {
  const { resolve, construct } = yaml.types[name];
  return new yaml.Type(`tag:yaml.org,2002:${name}`, {
    kind: "scalar",
    resolve,
    construct: (text: string | null) => asWritten(construct(text), text),
  });
}
