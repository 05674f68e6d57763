/** Matches an `@` that JSDoc would read as the start of a tag. */
export const TAG_START = /(?<!\S)@(?=\S)/;

/**
 * Matches the parts of a text that matter here: code, which is kept; Markdown links; HTML tags; character references;
 * and mentions such as `@channel`. Each alternative starts with a rare character, which regular expression engines find
 * quickly.
 */
const PIECES = new RegExp(
  [
    /(?<code>```[\s\S]*?(?:```|$)|`[^`\n]*`)/,
    /!?\[(?<label>(?:[^[\]\n]|\n(?![ \t]*\n))+)\]\((?<target>[^()\s]*)(?:[ \t]+"[^"\n]*")?\)/,
    /<(?<slash>\/?)(?<tag>[A-Za-z][A-Za-z\d]*)(?<attributes>\s[^<>]*)?\/?>(?<after>\s*)/,
    /&(?<reference>amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\dA-Fa-f]{1,6});/,
    new RegExp(`(?<mention>${TAG_START.source})`),
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);

type Piece = Partial<Record<"code" | "label" | "target" | "attributes" | "reference" | "mention", string>> & Tag;

/** An HTML tag and the whitespace after it. */
interface Tag {
  slash: string;
  tag: string;
  after: string;
}

/** The Markdown mark on both sides of an inline element's text. */
const INLINE: Record<string, string> = { b: "**", strong: "**", i: "_", em: "_", code: "`", tt: "`", kbd: "`" };

/** The Markdown for the start and the end of a block element, with its line breaks. */
const BLOCKS: Record<string, readonly [start: string, end: string]> = {
  hr: ["\n\n", "\n\n"],
  p: ["\n\n", "\n\n"],
  para: ["\n\n", "\n\n"],
  div: ["\n\n", "\n\n"],
  section: ["\n\n", "\n\n"],
  blockquote: ["\n\n> ", "\n\n"],
  ul: ["\n\n", "\n\n"],
  ol: ["\n\n", "\n\n"],
  li: ["\n- ", "\n"],
  pre: ["\n```\n", "\n```\n"],
  table: ["\n\n", "\n\n"],
  thead: ["", ""],
  tbody: ["", ""],
  tr: ["\n|", ""],
  th: [" ", " |"],
  td: [" ", " |"],
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, [`\n\n${"#".repeat(level)} `, "\n\n"]])),
};

/** Elements that only change the appearance of their text. */
const WITHOUT_MEANING = new Set(["span", "font", "u", "small", "center"]);

const CHARACTERS: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** Matches link targets that work wherever the text is shown. */
const ABSOLUTE = /^(?:https?:\/|mailto:)/i;

/**
 * Rewrites a spec's text (CommonMark, which may contain HTML: OpenAPI 3.1, section 4.3) so that it is readable in
 * source code. HTML tags become Markdown, character references become characters, and links that work only on the API's
 * own pages (`/docs/users`, `#section/Errors`, `doc:users`) become their text. Code is kept, and so are other tags:
 * `<id>` is not HTML, and `<sup>` has no Markdown. `@channel` becomes `\@channel`, which Markdown shows unchanged;
 * JSDoc would read it as a tag.
 */
export function readable(text: string): string {
  const isMarked = text.includes("<") || text.includes("&") || OTHER_LINK.test(text) || TAG_START.test(text);
  return isMarked ? new Reader(text).read() : text;
}

/** Matches a link whose target may work only on the API's own pages. */
const OTHER_LINK = /\]\((?!https?:\/|mailto:)/i;

/** Rewrites one text. */
class Reader {
  readonly #text: string;
  /** The text in lower case, for finding end tags. */
  readonly #small: string;
  /** The output so far, in pieces. */
  readonly #written: string[] = [];
  /** The targets of the open `<a>` elements; undefined for targets that work only on the API's own pages. */
  readonly #links: (string | undefined)[] = [];
  #isPreformatted = false;
  #hasBlocks = false;

  constructor(text: string) {
    this.#text = text;
    this.#small = text.toLowerCase();
  }

  read(): string {
    let read = 0;
    for (const match of this.#text.matchAll(PIECES)) {
      const [whole] = match;
      this.#written.push(this.#text.slice(read, match.index));
      this.#written.push(this.#piece(match.groups as unknown as Piece, match.index) ?? whole);
      read = match.index + whole.length;
    }
    this.#written.push(this.#text.slice(read));
    const written = this.#written.join("");
    if (!this.#hasBlocks) return written;
    return written
      .replace(/\n(?:[ \t]*\n)+/g, "\n\n")
      .replace(/\n- \n+/g, "\n- ")
      .replace(/\n\n- /g, "\n- ");
  }

  /** Returns the Markdown for a piece; undefined if the piece is kept. */
  #piece(piece: Piece, at: number): string | undefined {
    if (piece.code !== undefined) return undefined;
    if (piece.reference !== undefined) return character(piece.reference);
    if (piece.mention !== undefined) return this.#isPreformatted ? undefined : "\\@";
    if (piece.label === undefined) return this.#tag(piece, at);
    const isLink = !/[\w\]]/.test(this.#text.charAt(at - 1));
    return isLink && !ABSOLUTE.test(piece.target ?? "") ? piece.label : undefined;
  }

  #tag(tag: Piece, at: number): string | undefined {
    const name = tag.tag.toLowerCase();
    if (name === "br") return this.#break(tag, at);
    if (WITHOUT_MEANING.has(name)) return tag.after;
    const block = Object.hasOwn(BLOCKS, name) ? BLOCKS[name] : undefined;
    if (block) {
      this.#hasBlocks = true;
      if (name === "pre") this.#isPreformatted = tag.slash === "";
      return tag.slash === "" ? block[0] : block[1];
    }
    // A tag without an end tag is only mentioned, as in a sentence about `<b>`.
    if (!this.#small.includes(`</${name}`)) return undefined;
    if (name === "a") return this.#link(tag);
    const mark = Object.hasOwn(INLINE, name) ? INLINE[name] : undefined;
    if (mark === undefined) return undefined;
    return this.#isPreformatted ? tag.after : this.#around(tag, mark);
  }

  /** Returns a line break; a space in a table row, which must stay on one line. */
  #break({ after }: Tag, at: number): string {
    const line = this.#text.slice(this.#text.lastIndexOf("\n", at) + 1, at);
    const breaks = after.split("\n").length - 1;
    if (line.trimStart().startsWith("|") && breaks === 0) return " ";
    return breaks > 1 ? "\n\n" : "\n";
  }

  #link(tag: Piece): string {
    if (tag.slash !== "") {
      const target = this.#links.pop();
      return this.#around(tag, target === undefined ? "" : `](${target})`);
    }
    const target = /\bhref\s*=\s*["']?([^"'\s]+)/i.exec(tag.attributes ?? "")?.[1];
    const isLink = target !== undefined && ABSOLUTE.test(target);
    this.#links.push(isLink ? target : undefined);
    return this.#around(tag, isLink ? "[" : "");
  }

  /** Returns a Markdown mark that touches its text: whitespace between them moves outside the mark. */
  #around({ slash, after }: Tag, mark: string): string {
    const before = this.#written.pop() ?? "";
    const text = slash === "" ? before : before.trimEnd();
    this.#written.push(text);
    if (slash !== "") return mark + (after || before.slice(text.length));
    return (/\s$/.test(text) ? "" : after) + mark;
  }
}

function character(reference: string): string | undefined {
  if (!reference.startsWith("#")) return CHARACTERS[reference];
  const code = /^#x/i.test(reference) ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
