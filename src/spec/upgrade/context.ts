import { getOrInsert } from "../../collections/index.js";
import { type Code, type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { appendPointer, type Json, type JsonObject } from "../../json/index.js";
import type { BundledSpec, SpecFamily } from "../model.js";
import type { Origin, Origins } from "../origins.js";
import { isComponentReference, upgradedReference } from "./references.js";

/** References that a first pass found to lead elsewhere once everything has its OpenAPI 3.1 place. */
export interface MovedReferences {
  /** The reference as the source writes it, to the reference that has to be written instead. */
  references: ReadonlyMap<string, string>;
  /** Schemas of the source that stood where no schema is looked for, by their new name in `components.schemas`. */
  hoisted: ReadonlyMap<string, JsonObject>;
}

/** Objects nest through media types, headers and callbacks; deeper than any document that means well. */
const maximumDepth = 200;

/** What the conversions of one document share: the source, what was already converted, and what there is to say. */
export class UpgradeContext {
  readonly root: JsonObject;
  readonly family: SpecFamily;
  readonly origins: Origins;
  readonly diagnostics: Diagnostic[] = [];
  /** Converted schemas by source schema. */
  readonly schemas = new Map<JsonObject, JsonObject>();
  /** References to schemas that do not name a component, as the source writes them. */
  readonly deepReferences = new Set<string>();
  /**
   * For Swagger 2.0: values of discriminators, and the schemas they stand for, by the schema with the discriminator.
   */
  readonly discriminatorValues = new Map<JsonObject, Map<string, string>>();
  /** What schemas lose because it is not understood, by the converted schema. */
  readonly dropped = new Map<JsonObject, (readonly [keyword: string, value: Json])[]>();
  readonly moved: MovedReferences;
  readonly #converted = new Map<string, Map<JsonObject, JsonObject>>();
  #depth = 0;

  constructor(spec: BundledSpec, moved: MovedReferences = { references: new Map(), hoisted: new Map() }) {
    this.root = spec.root;
    this.family = spec.family;
    this.origins = spec.origins;
    this.moved = moved;
  }

  /**
   * True for Swagger 2.0 and OpenAPI 3.0, whose schemas are not JSON Schema of 2020-12: a Reference Object replaces
   * everything beside it, and there are no tuples.
   */
  get isBefore31(): boolean {
    return this.family === "2.0" || this.family === "3.0";
  }

  /**
   * Converts an object once as what `kind` says, however often it is reached, and carries its origin to the result.
   */
  once(kind: string, source: JsonObject, convert: () => JsonObject): JsonObject {
    const converted = getOrInsert(this.#converted, kind, () => new Map());
    const known = converted.get(source);
    if (known) return known;
    if (this.#depth >= maximumDepth) return source;
    converted.set(source, source);
    this.#depth++;
    const result = this.origins.carry(source, convert());
    this.#depth--;
    converted.set(source, result);
    return result;
  }

  /** A reference in OpenAPI 3.1 terms: `#/definitions/Pet` becomes `#/components/schemas/Pet`. */
  reference(reference: string): string {
    return this.family === "2.0" ? upgradedReference(reference) : reference;
  }

  /** {@link reference} for a place where a schema is referenced, which may be anywhere inside another one. */
  schemaReference(reference: string): string {
    const upgraded = this.reference(reference);
    if (!upgraded.startsWith("#/") || isComponentReference(upgraded)) return upgraded;
    this.deepReferences.add(reference);
    return this.moved.references.get(reference) ?? upgraded;
  }

  /** Where a member of an object of the source was written; undefined where nobody recorded the object. */
  placeOf(about: JsonObject, key: string): Origin | undefined {
    const origin = this.origins.of(about);
    return origin && { ...origin, pointer: appendPointer(origin.pointer, key) };
  }

  /** Reports something about an object of the source, or a member of it, at the place where it was written. */
  report(code: Code, message: string, about: JsonObject, { help, key }: { help?: string; key?: string } = {}): void {
    const location = key === undefined ? this.origins.of(about) : this.placeOf(about, key);
    this.diagnostics.push(diagnostic(code, { message, location, help }));
  }
}
