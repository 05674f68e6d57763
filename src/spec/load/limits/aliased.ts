import { type Diagnostic, diagnostic, rememberSource, SourceText } from "../../../diagnostics/index.js";
import type { Json } from "../../../json/index.js";
import type { LocatableText } from "../locate/locate.js";
import { parsedText } from "../parse/parsed-text.js";
import { heaviestAlias } from "../yaml/aliases.js";
import { loadedYaml } from "../yaml/module.js";
import { mostAliased } from "./limits.js";

/**
 * Measures how much the aliases of a YAML text add: the part of its value that a text of its length could not contain
 * without them.
 */
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

  /** Returns the share of the limit that they use: 0 without aliases, over 1 beyond the limit. */
  share(): number {
    // A value takes at least one character, and a separator.
    const values = this.#values - this.#length / 2;
    const characters = this.#characters - this.#length;
    return Math.max(0, values / mostAliased.values, characters / mostAliased.characters);
  }
}

/**
 * Returns B44-111 for a document whose aliases expand to too much, by itself or together with earlier documents, at its
 * heaviest alias.
 */
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
