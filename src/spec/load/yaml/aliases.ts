import type { YamlReader } from "./module.js";
import { skipBlank } from "./places.js";

/** An alias in a valid YAML text (YAML 1.2.2, section 7.1). */
interface Alias {
  name: string;
  offset: number;
}

/** The weight of a value in characters, according to the limits for aliases. */
const VALUE = 10;

/** Finds the alias that expands to the most; of several, the first. Undefined if there is none. */
export function heaviestAlias(text: string, reader: YamlReader): Alias | undefined {
  let found: (Alias & { weight: number }) | undefined;
  const weights = new Map<unknown, number>();
  const open: { offset: number; below: number }[] = [];
  reader.read(text, {
    duplicateKeys: true,
    listener(event, state) {
      if (event === "open") {
        open.push({ offset: skipBlank(text, state.position), below: 0 });
        return;
      }
      const { offset, below } = open.pop()!;
      const result: unknown = state.result;
      const isAlias = text[offset] === "*";
      const own = VALUE + (typeof result === "string" ? result.length : 0);
      const weight = (isAlias ? weights.get(result) : undefined) ?? own + below;
      weights.set(result, weight);
      const parent = open.at(-1);
      if (parent) parent.below += weight;
      if (isAlias && weight > (found?.weight ?? 0)) found = { name: nameAt(text, offset), offset, weight };
    },
  });
  return found;
}

/** Returns the name after the `&` of an anchor or the `*` of an alias. */
function nameAt(text: string, offset: number): string {
  const name = /[^\s,[\]{}]*/y;
  name.lastIndex = offset + 1;
  return name.exec(text)?.[0] ?? "";
}
