import { getOrInsert } from "../../collections/index.js";
import { isObject, stringMember } from "../../json/index.js";
import { declaredFamily } from "../load/index.js";
import { isBefore31, type SourceDocument } from "../model.js";
import { referenceUri } from "../resolve/index.js";
import { type Anchors, collectAnchors } from "./anchors.js";
import { embeddedResources, identifierOf, type Resource } from "./embedded-resources.js";

/** The documents of a spec, and the schemas in them with an `$id`, by URI. */
export class Resources {
  readonly root: Resource;
  readonly #knowsIds: boolean;
  readonly #byBase = new Map<string, Resource>();
  readonly #byUri = new Map<string, Resource>();
  readonly #embedded = new Map<object, Resource>();
  readonly #anchors = new Map<Resource, Anchors>();

  /** Schemas are searched for an `$id` from OpenAPI 3.1 on: before, it means nothing. */
  constructor(root: SourceDocument, referenced: ReadonlyMap<string, SourceDocument>) {
    const family = declaredFamily(root.value);
    const knowsIds = family !== undefined && !isBefore31(family);
    this.#knowsIds = knowsIds;
    const others = [...referenced.values()].filter(({ uri }) => uri !== root.uri);
    const found = [root, ...others].map((document) => (knowsIds ? searched(document) : plain(document)));
    this.root = (found[0] as Found).document;
    // The URI that a document was read from wins over declared URIs.
    for (const { document } of found) {
      this.#byUri.set(document.base, document);
      this.#byBase.set(document.base, document);
    }
    for (const { document } of found) this.#name(document);
    for (const { embedded } of found) {
      for (const [value, resource] of embedded) {
        this.#embedded.set(value, resource);
        this.#byBase.set(resource.base, resource);
        this.#name(resource);
      }
    }
  }

  #name(resource: Resource): void {
    if (!this.#byUri.has(resource.uri)) this.#byUri.set(resource.uri, resource);
  }

  /** The resource of a base. */
  at(base: string): Resource | undefined {
    return this.#byBase.get(base);
  }

  /** The resource with a URI. */
  of(uri: string): Resource | undefined {
    return this.#byUri.get(uri);
  }

  /** The base of references in a value: its own if it is a resource, else the one around it. */
  baseIn(value: unknown, around: string): string {
    if (this.#embedded.size === 0) return around;
    return this.#embedded.get(value as object)?.base ?? around;
  }

  /** Whether any schema may have a `$dynamicRef`. */
  get hasDynamicReferences(): boolean {
    return this.#knowsIds && [...this.#byBase.values()].some(({ document }) => document.text.includes("$dynamicRef"));
  }

  /** The anchors of a resource. A document also has those of its embedded resources; its own win. */
  anchorsOf(resource: Resource): Anchors {
    return getOrInsert(this.#anchors, resource, () => {
      const own = collectAnchors(resource.value, (value) => this.#embedded.has(value));
      if (this.#embedded.size === 0 || resource.outer) return own;
      const all = collectAnchors(resource.value, () => false);
      return { ...own, pointers: new Map([...all.pointers, ...own.pointers]) };
    });
  }
}

/** A document, and the schemas with an `$id` that stand in it. */
interface Found {
  document: Resource;
  embedded: ReadonlyMap<object, Resource>;
}

const foundInDocuments = new WeakMap<SourceDocument, Found>();

/** A document is searched once, however often its references are followed anew. */
function searched(document: SourceDocument): Found {
  return getOrInsert(foundInDocuments, document, () => {
    const { value } = document;
    const id = isObject(value) && !Object.hasOwn(value, "openapi") ? identifierOf(value) : undefined;
    const resource = documentResource(document, id);
    return { document: resource, embedded: embeddedResources(resource) };
  });
}

function plain(document: SourceDocument): Found {
  return { document: documentResource(document, undefined), embedded: new Map() };
}

/**
 * The resource of a document, with the URI that it declares by `$self` (OpenAPI 3.2.0, section 4.1), or by `$id` if it is a schema.
 */
function documentResource(document: SourceDocument, id: string | undefined): Resource {
  const { uri, value } = document;
  const self = isObject(value) ? stringMember(value, "$self") : undefined;
  return { base: uri, uri: referenceUri(self ?? id ?? "", uri), document, pointer: "", value, outer: undefined };
}
