import { getOrInsert } from "../../collections/index.js";
import { isObject, stringMember } from "../../json/index.js";
import { declaredFamily } from "../load/index.js";
import { isBefore31, type SourceDocument } from "../model.js";
import { referenceUri } from "../resolve/index.js";
import { type Anchors, collectAnchors } from "./anchors.js";
import { embeddedResources, identifierOf, type Resource } from "./embedded-resources.js";

/** The documents of a spec and the schemas in them that are resources of their own, by URI. */
export class Resources {
  readonly root: Resource;
  readonly #knowsIds: boolean;
  readonly #byBase = new Map<string, Resource>();
  readonly #byUri = new Map<string, Resource>();
  readonly #embedded = new Map<object, Resource>();
  readonly #anchors = new Map<Resource, Anchors>();

  /** Schemas are looked for an `$id` from OpenAPI 3.1 on: in versions before it means nothing. */
  constructor(root: SourceDocument, referenced: ReadonlyMap<string, SourceDocument>) {
    const family = declaredFamily(root.value);
    const knowsIds = family !== undefined && !isBefore31(family);
    this.#knowsIds = knowsIds;
    const others = [...referenced.values()].filter(({ uri }) => uri !== root.uri);
    const found = [root, ...others].map((document) => (knowsIds ? searched(document) : plain(document)));
    this.root = (found[0] as Found).document;
    // Where a document was read comes before the names that documents and schemas give themselves.
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

  /** The resource that a base stands for. */
  at(base: string): Resource | undefined {
    return this.#byBase.get(base);
  }

  /** The resource of a URI. */
  of(uri: string): Resource | undefined {
    return this.#byUri.get(uri);
  }

  /** The base for what stands in a value: its own, where it is a resource, or that around it. */
  baseIn(value: unknown, around: string): string {
    if (this.#embedded.size === 0) return around;
    return this.#embedded.get(value as object)?.base ?? around;
  }

  /** True where schemas may have references that lead to another schema for each of their users. */
  get hasDynamicReferences(): boolean {
    return this.#knowsIds && [...this.#byBase.values()].some(({ document }) => document.text.includes("$dynamicRef"));
  }

  /** The pointers of a resource's anchors, from it on. A document also has those of its embedded resources, after its own. */
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
 * A document, under the URI that it gives itself: by `$self` (OpenAPI 3.2.0, section 4.1), or as a schema with an
 * `$id`.
 */
function documentResource(document: SourceDocument, id: string | undefined): Resource {
  const { uri, value } = document;
  const self = isObject(value) ? stringMember(value, "$self") : undefined;
  return { base: uri, uri: referenceUri(self ?? id ?? "", uri), document, pointer: "", value, outer: undefined };
}
