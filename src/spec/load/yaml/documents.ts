import type { YamlReader } from "./module.js";

/** The document that is read from a YAML stream, and the numbers of the other documents that are not empty, from 0. */
interface ChosenDocument {
  value: unknown;
  ignored: number[];
}

/** Chooses the first document of a stream that is not empty: a spec is one document (YAML 1.2.2, chapter 9). */
export function firstDocument(documents: readonly unknown[]): ChosenDocument {
  const [first, ...ignored] = documents.flatMap((value, index) =>
    value === null || value === undefined ? [] : [index],
  );
  return { value: first === undefined ? undefined : documents[first], ignored };
}

/** Returns the offsets of the documents in a valid YAML text, after the lines that separate them. */
export function documentOffsets(text: string, reader: YamlReader): number[] {
  const offsets: number[] = [];
  let depth = 0;
  reader.read(text, {
    duplicateKeys: true,
    listener(event, state) {
      if (event === "close") depth--;
      else if (depth++ === 0) offsets.push(state.position);
    },
  });
  return offsets;
}
