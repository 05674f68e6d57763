import { isObject, type Json, type JsonObject, resolvePointer } from "../json.js";
import type { SourceDocument } from "../model.js";
import { referenceUri } from "../resolve/index.js";

/** What a `$ref` leads to: a value, and the document and JSON pointer where it stands. */
export interface ReferenceTarget {
  uri: string;
  pointer: string;
  value: Json;
}

/** The documents of a spec by URI, and what references between them lead to. */
export class References {
  readonly #documents: ReadonlyMap<string, SourceDocument>;
  readonly #root: SourceDocument;
  readonly #anchors = new Map<string, Map<string, string>>();

  constructor(root: SourceDocument, referenced: ReadonlyMap<string, SourceDocument>) {
    this.#root = root;
    this.#documents = new Map([...referenced, [root.uri, root]]);
  }

  /** True for a document that was read. */
  has(uri: string): boolean {
    return this.#documents.has(uri);
  }

  /** How messages name a document. */
  display(uri: string): string {
    return this.#documents.get(uri)?.display ?? uri;
  }

  /** What `ref`, written in the document `base`, leads to; undefined where that does not exist. Chains are not followed. */
  resolve(ref: string, base: string): ReferenceTarget | undefined {
    const uri = referenceUri(ref, base);
    const fragment = ref.includes("#") ? decodeFragment(ref.slice(ref.indexOf("#") + 1)) : "";
    const document = this.#documents.get(uri);
    if (!document) return this.#shorthand(ref, base);
    const pointer = fragment === "" || fragment.startsWith("/") ? fragment : this.#anchor(document, fragment);
    if (pointer === undefined) return undefined;
    const value = resolvePointer(document.value, pointer);
    return value === undefined ? undefined : { uri, pointer, value };
  }

  /** Swagger 1.2's `$ref: Pet` for a definition, still seen in the wild. */
  #shorthand(ref: string, base: string): ReferenceTarget | undefined {
    if (base !== this.#root.uri || !/^[\w-]+$/.test(ref)) return undefined;
    for (const pointer of [`/definitions/${ref}`, `/components/schemas/${ref}`]) {
      const value = resolvePointer(this.#root.value, pointer);
      if (value !== undefined) return { uri: base, pointer, value };
    }
    return undefined;
  }

  /** The pointer of `$anchor: name` (JSON Schema 2020-12, section 8.2.2) in a document. */
  #anchor(document: SourceDocument, name: string): string | undefined {
    let anchors = this.#anchors.get(document.uri);
    if (!anchors) {
      anchors = new Map();
      collectAnchors(document.value, "", anchors, new Set());
      this.#anchors.set(document.uri, anchors);
    }
    return anchors.get(name);
  }
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function collectAnchors(value: Json, pointer: string, anchors: Map<string, string>, seen: Set<object>): void {
  if (typeof value !== "object" || value === null || seen.has(value)) return;
  seen.add(value);
  if (isObject(value)) {
    for (const key of ["$anchor", "$dynamicAnchor"]) {
      const anchor = (value as JsonObject)[key];
      if (typeof anchor === "string" && !anchors.has(anchor)) anchors.set(anchor, pointer);
    }
  }
  for (const [key, child] of Object.entries(value)) {
    collectAnchors(child, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, anchors, seen);
  }
}
