import { getOrInsert } from "../../collections/index.js";
import { type Code, type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { appendPointer, type Json, type JsonObject, stringMember } from "../../json/index.js";
import { MOVED_SECTIONS } from "../component-sections.js";
import { bundledTarget, dereferenced } from "../dereferenced.js";
import type { BundledSpec, SpecFamily } from "../model.js";
import type { Origin, Origins } from "../origins.js";

const MOVED = new Map<string, string>(MOVED_SECTIONS);

/** The maximum nesting of converted objects: media types and headers can contain each other. Real documents come nowhere near. */
const maximumDepth = 200;

/** The context that the conversions of one document share: the source, the objects converted so far, and the diagnostics. */
export class UpgradeContext {
  readonly root: JsonObject;
  readonly family: SpecFamily;
  readonly origins: Origins;
  readonly diagnostics: Diagnostic[] = [];
  /** Converted schemas by source schema. */
  readonly schemas = new Map<JsonObject, JsonObject>();
  /** For Swagger 2.0: references to schemas by discriminator value, for each schema with a discriminator. */
  readonly discriminatorValues = new Map<JsonObject, Map<string, string>>();
  /** Keywords of schemas that were ignored or read as something else, by converted schema. */
  readonly dropped = new Map<JsonObject, (readonly [keyword: string, value: Json])[]>();
  readonly #converted = new Map<string, Map<JsonObject, JsonObject>>();
  #depth = 0;

  constructor({ root, family, origins }: BundledSpec) {
    this.root = root;
    this.family = family;
    this.origins = origins;
  }

  /** Converts an object as a given kind only once, however often it is reached, and gives the result the object's origin. */
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

  /** Returns the object itself, or the object at the end of its references; undefined if there is none. */
  dereference(object: JsonObject): JsonObject | undefined {
    return dereferenced(object, (ref) => bundledTarget(this.root, ref));
  }

  /**
   * Like {@link once}, for an object that may be a reference. Swagger 2.0 has no components of these kinds, so the target replaces the
   * reference; in OpenAPI 3 the reference stays.
   */
  onceInlined(kind: string, source: JsonObject, convert: (object: JsonObject) => JsonObject): JsonObject {
    return this.once(kind, source, () => {
      if (stringMember(source, "$ref") === undefined) return convert(source);
      const target = this.family === "2.0" ? this.dereference(source) : undefined;
      return target ? this.onceInlined(kind, target, convert) : source;
    });
  }

  /** Returns a reference in OpenAPI 3.1 terms: `#/definitions/Pet` of Swagger 2.0 becomes `#/components/schemas/Pet`. */
  reference(reference: string): string {
    const [, section = "", rest = ""] = /^#\/([^/]+)\/(.+)$/s.exec(reference) ?? [];
    const moved = this.family === "2.0" ? MOVED.get(section) : undefined;
    return moved ? `#/components/${moved}/${rest}` : reference;
  }

  /** Returns the place where a member of a source object was written; undefined if the origin of the object was not recorded. */
  placeOf(about: JsonObject, key: string): Origin | undefined {
    const origin = this.origins.of(about);
    return origin && { ...origin, pointer: appendPointer(origin.pointer, key) };
  }

  /** Reports something about a source object, or about its member `key`, at the place where it was written. */
  report(code: Code, message: string, about: JsonObject, { help, key }: { help?: string; key?: string } = {}): void {
    const location = key === undefined ? this.origins.of(about) : this.placeOf(about, key);
    this.diagnostics.push(diagnostic(code, { message, location, help }));
  }
}
