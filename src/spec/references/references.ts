import {
  escapePointerToken,
  isObject,
  type Json,
  type JsonObject,
  member,
  pointerTokens,
  stringMember,
} from "../json.js";
import type { SourceDocument } from "../model.js";
import { referenceUri } from "../resolve/index.js";
import { collectAnchors } from "./anchors.js";
import { ReferenceChains } from "./reference-chains.js";

/** A value that a `$ref` leads to, and the document and JSON pointer where it stands. */
export interface ReferenceTarget {
  uri: string;
  pointer: string;
  value: Json;
}

/** Where a `$ref` leads: to a value, into a document that has not been read, or nowhere. */
export type Resolution =
  | { kind: "target"; target: ReferenceTarget }
  /** `ref`, written in the document `base`, is what has to be read first, or the way to it. */
  | { kind: "unread"; ref: string; base: string }
  | { kind: "nowhere" };

const NOWHERE: Resolution = { kind: "nowhere" };

/** Where a name alone is looked for, in this order. */
const BARE_NAME_SECTIONS = [
  ["definitions"],
  ["components", "schemas"],
  ["parameters"],
  ["responses"],
  ["components", "parameters"],
  ["components", "responses"],
];

/** A pointer may lead through so many references that lead through references. */
const MOST_DETOURS = 50;

/** The documents of a spec by URI, and what references between them lead to. */
export class References {
  readonly #root: SourceDocument;
  readonly #documents: ReadonlyMap<string, SourceDocument>;
  readonly #anchors = new Map<SourceDocument, Map<string, string>>();
  readonly #resolved = new Map<string, Map<string, Resolution>>();
  readonly #chains = new ReferenceChains({
    resolve: (ref, base) => this.resolveOnce(ref, base),
    display: (uri) => this.display(uri),
  });

  constructor(root: SourceDocument, referenced: ReadonlyMap<string, SourceDocument>) {
    this.#root = root;
    this.#documents = withOwnUris(new Map([...referenced, [root.uri, root]]));
  }

  /** How messages name a document. */
  display(uri: string): string {
    return this.#documents.get(uri)?.display ?? uri;
  }

  /** True for a document in which the same object may stand in several places, as YAML's aliases make it. */
  sharesObjects(uri: string): boolean {
    return this.#documents.get(uri)?.format === "yaml";
  }

  /**
   * What `ref`, written in the document `base`, leads to. Its pointer may lead through objects that are references
   * themselves; what stands at its end is not followed.
   * @throws DiagnosticError B44-111 where that is a reference, and more than a hundred follow on each other.
   */
  resolve(ref: string, base: string): Resolution {
    const resolution = this.resolveOnce(ref, base);
    if (resolution.kind === "target") this.#chains.check(resolution.target);
    return resolution;
  }

  /** The same for who does not go on from there: it does not matter how many references follow. */
  resolveOnce(ref: string, base: string): Resolution {
    return this.#resolve(ref, base, 0);
  }

  /**
   * The same, and further to the end of a chain of references. Where the chain goes round in a circle, its end is a
   * reference itself.
   */
  resolveToEnd(ref: string, base: string): Resolution {
    const passed = new Set<Json>();
    let end = this.resolve(ref, base);
    while (end.kind === "target" && isReference(end.target.value) && !passed.has(end.target.value)) {
      passed.add(end.target.value);
      end = this.resolve(end.target.value.$ref, end.target.uri);
    }
    return end;
  }

  /** What stands under these keys of the root document, behind references where some of them are. */
  fromRoot(...tokens: string[]): Resolution {
    return this.#walk(this.#root, tokens, 0);
  }

  #resolve(ref: string, base: string, detours: number): Resolution {
    const known = this.#resolved.get(base) ?? new Map<string, Resolution>();
    this.#resolved.set(base, known);
    const resolution = known.get(ref) ?? this.#find(ref, base, detours);
    known.set(ref, resolution);
    return resolution;
  }

  #find(ref: string, base: string, detours: number): Resolution {
    const document = this.#documents.get(referenceUri(ref, base));
    if (!document) return this.#inUnreadDocument(ref, base, detours);
    const fragment = ref.slice(ref.indexOf("#") + 1 || ref.length);
    // What is written in one file of many is often meant for the whole: `#/components/…` is the root document's then.
    const places = ref.startsWith("#/") ? [document, this.#root] : [document];
    for (const place of new Set(places)) {
      for (const tokens of this.#readings(place, fragment)) {
        const resolution = this.#walk(place, tokens, detours);
        if (resolution.kind !== "nowhere") return resolution;
      }
    }
    return NOWHERE;
  }

  /** Swagger 1.2's `$ref: Pet` for a definition is still seen in the wild, and with it parameters and responses by name. */
  #inUnreadDocument(ref: string, base: string, detours: number): Resolution {
    if (base === this.#root.uri && /^[\w-]+$/.test(ref)) {
      for (const section of BARE_NAME_SECTIONS) {
        const resolution = this.#walk(this.#root, [...section, ref], detours);
        if (resolution.kind === "target") return resolution;
      }
    }
    return referenceUri(ref, base) === "stdin:" ? NOWHERE : { kind: "unread", ref, base };
  }

  /**
   * What the fragment of a reference can mean, as keys from the root of the document: a JSON pointer, percent-decoded
   * as a whole (RFC 6901, section 6), key by key, or not at all; an anchor; a pointer that lacks its first slash; the whole
   * document for a slash alone, which is the pointer of the key "".
   */
  *#readings(document: SourceDocument, fragment: string): Generator<string[]> {
    const decoded = decodedText(fragment);
    if (fragment === "" || fragment.startsWith("/")) {
      yield pointerTokens(decoded);
      if (fragment === "/") yield [];
      if (decoded === fragment) return;
      yield pointerTokens(fragment).map(decodedText);
      yield pointerTokens(fragment);
      return;
    }
    const anchor = this.#anchorsOf(document).get(decoded);
    yield anchor === undefined ? pointerTokens(`/${decoded}`) : pointerTokens(anchor);
  }

  #anchorsOf(document: SourceDocument): Map<string, string> {
    const anchors = this.#anchors.get(document) ?? collectAnchors(document.value);
    this.#anchors.set(document, anchors);
    return anchors;
  }

  #walk(document: SourceDocument, tokens: string[], detours: number): Resolution {
    let target: ReferenceTarget = { uri: document.uri, pointer: "", value: document.value };
    for (const token of tokens) {
      const passed = new Set<Json>();
      let value = childOf(target.value, token);
      while (value === undefined) {
        if (!isReference(target.value) || passed.has(target.value) || detours > MOST_DETOURS) return NOWHERE;
        passed.add(target.value);
        const detour = this.#resolve(target.value.$ref, target.uri, detours + 1);
        if (detour.kind !== "target") return detour;
        target = detour.target;
        value = childOf(target.value, token);
      }
      target = { uri: target.uri, pointer: `${target.pointer}/${escapePointerToken(token)}`, value };
    }
    return { kind: "target", target };
  }
}

/** True for an object that stands for another one. */
export function isReference(value: Json): value is JsonObject & { $ref: string } {
  return isObject(value) && stringMember(value, "$ref") !== undefined;
}

/** The documents also by the URI that they give themselves (OpenAPI 3.2.0, section 4.1, `$self`). */
function withOwnUris(documents: Map<string, SourceDocument>): Map<string, SourceDocument> {
  for (const document of [...documents.values()]) {
    const self = isObject(document.value) ? stringMember(document.value, "$self") : undefined;
    const uri = self && referenceUri(self, document.uri);
    if (uri && !documents.has(uri)) documents.set(uri, document);
  }
  return documents;
}

function childOf(value: Json, token: string): Json | undefined {
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
  return isObject(value) ? member(value, token) : undefined;
}

/** A percent-encoded text, decoded; one that is not rightly encoded as it is. */
export function decodedText(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A text as a part of a URI; one that cannot be encoded, because it holds half of a surrogate pair, as it is. */
export function encodedText(text: string): string {
  try {
    return encodeURI(text);
  } catch {
    return text;
  }
}
