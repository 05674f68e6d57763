import type { YamlReader } from "./yaml-module.js";
import { skipBlank } from "./yaml-places.js";

/** An alias of a YAML text that parses and stands in the very node that its anchor is on. */
interface CircularAlias {
  name: string;
  offset: number;
}

/** The first alias that stands for a node around it (YAML 1.2.2, section 7.1), which then has no end. */
export function circularAlias(text: string, reader: YamlReader): CircularAlias | undefined {
  let found: CircularAlias | undefined;
  const open: number[] = [];
  reader.read(text, {
    duplicateKeys: true,
    listener(event, state) {
      if (event === "close") {
        open.pop();
        return;
      }
      const offset = skipBlank(text, state.position);
      open.push(offset);
      if (found || text[offset] !== "*") return;
      const name = nameAt(text, offset);
      if (open.some((around) => text[around] === "&" && nameAt(text, around) === name)) found = { name, offset };
    },
  });
  return found;
}

/** The name behind the `&` of an anchor or the `*` of an alias. */
function nameAt(text: string, offset: number): string {
  const name = /[^\s,[\]{}]*/y;
  name.lastIndex = offset + 1;
  return name.exec(text)?.[0] ?? "";
}
