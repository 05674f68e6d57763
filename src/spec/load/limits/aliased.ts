import { type Diagnostic, diagnostic, rememberSource, SourceText } from "../../../diagnostics/index.js";
import type { Json } from "../../../json/index.js";
import type { LocatableText } from "../locate/locate.js";
import { parsedText } from "../parse/parsed-text.js";
import { heaviestAlias } from "../yaml/aliases.js";
import { loadedYaml } from "../yaml/module.js";
import { mostAliased } from "./limits.js";

/** How much the aliases of a text add, from what is there and the text's length. */
export class Aliased {
  readonly #length: number;
  #values = 0;
  #characters = 0;

  constructor(length: number) {
    this.#length = length;
  }

  count(value: Json | undefined): void {
    this.#values++;
    if (typeof value === "string") this.#characters += value.length;
  }

  countKey(key: string): void {
    this.#characters += key.length;
  }

  /** What they add as a share of what they may add: 0 where there are none. */
  share(): number {
    // A value needs a character, and one that separates it from the next.
    const values = this.#values - this.#length / 2;
    const characters = this.#characters - this.#length;
    return Math.max(0, values / mostAliased.values, characters / mostAliased.characters);
  }
}

/** B44-111 for a document, or the last of several, whose aliases stand for too much: at the one that does most. */
export function aliasFault(parsed: LocatableText, display: string): Diagnostic {
  const reader = loadedYaml();
  const alias = reader && heaviestAlias(parsedText(parsed.value).text ?? parsed.text, reader);
  const source = new SourceText(parsed.text);
  const place = alias && source.positionAt(alias.offset);
  return diagnostic("B44-111", {
    message: `"${display}" is too large once its aliases are expanded${alias ? `; *${alias.name} adds most` : ""}.`,
    location: rememberSource({ file: display, ...place }, source),
  });
}
