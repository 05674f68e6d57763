import { type Code, type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { appendPointer, isObject, type Json, type JsonObject, resolvePointer, stringMember } from "../../json/index.js";
import type { SpecFamily, UpgradedSpec } from "../../spec/model.js";
import { solePart } from "../../spec/sole-part.js";
import type { Parameter, Response, SourceRef } from "../model.js";
import { refPointer } from "../references.js";
import {
  mergedPathFaults,
  type OwnSchemas,
  type PathFaults,
  pathFaultText,
  SchemaFaults,
  SurplusContent,
} from "./faults/index.js";

/** What the builders of the single objects share: the document, and a place for what they have to say. */
export class BuildContext {
  readonly root: JsonObject;
  /** Of the spec's own version. */
  readonly family: SpecFamily;
  readonly diagnostics: Diagnostic[] = [];
  readonly schemaFaults: SchemaFaults;
  readonly surplusContent = new SurplusContent();
  /**
   * What was built of objects that operations refer to, so that it is built once: later stages too do once what they do
   * for each of them.
   */
  readonly parameters = new WeakMap<JsonObject, Parameter>();
  readonly responses = new WeakMap<JsonObject, Omit<Response, "status">>();
  readonly #spec: UpgradedSpec;
  readonly #file: string;
  readonly #pathFaults = new Map<string, PathFaults>();
  readonly #targets = new Map<string, Json | undefined>();
  readonly #places = new WeakMap<JsonObject, SourceRef>();
  /** What was built of an object, with what a reference to it says, by the reference. */
  readonly #described = new WeakMap<JsonObject, object>();
  /** What was said, and where. */
  readonly #said = new Set<string>();

  constructor(spec: UpgradedSpec, file: string, own: OwnSchemas) {
    this.root = spec.root;
    this.family = spec.family;
    this.schemaFaults = new SchemaFaults(own, spec.dropped);
    this.#spec = spec;
    this.#file = file;
  }

  /**
   * The object behind a Reference Object (OpenAPI 3.1, section 4.8.23), or the object itself; undefined where there is
   * none, or where references go round in a circle. Of a schema that is put together of one other alone it is that one.
   */
  dereference(value: Json | undefined): JsonObject | undefined {
    let passed: Set<string | JsonObject> | undefined;
    let object = value;
    while (isObject(object)) {
      const ref: string | undefined = stringMember(object, "$ref");
      const part: Json | undefined = ref === undefined ? solePart(object) : undefined;
      if (ref === undefined && !isObject(part)) return object;
      const passing = ref ?? object;
      if (passed?.has(passing)) return undefined;
      passed ??= new Set();
      passed.add(passing);
      object = ref === undefined ? part : this.#target(ref);
    }
    return undefined;
  }

  /**
   * What was built of the object behind a Reference Object, with the description that stands beside a `$ref` on the way, the
   * first of several: it overrides the object's own (OpenAPI 3.1, section 4.8.23). Before 3.1 it counts for nothing, but says
   * what its author means of this place.
   */
  described<Built extends { description: string | undefined }>(value: Json | undefined, built: Built): Built {
    if (!isObject(value) || stringMember(value, "$ref") === undefined) return built;
    const known = this.#described.get(value);
    if (known) return known as Built;
    const description = this.#descriptionOnTheWay(value) ?? built.description;
    const described = description === built.description ? built : { ...built, description };
    this.#described.set(value, described);
    return described;
  }

  #descriptionOnTheWay(reference: JsonObject): string | undefined {
    const passed = new Set<Json>();
    for (let object: Json | undefined = reference; isObject(object) && !passed.has(object); ) {
      const ref = stringMember(object, "$ref");
      const description = stringMember(object, "description");
      if (ref === undefined || description?.trim()) return ref === undefined ? undefined : description;
      passed.add(object);
      object = this.#target(ref);
    }
    return undefined;
  }

  /** Where an object of the document was written. */
  source(object: object, fallback: SourceRef): SourceRef {
    return this.#spec.origins.of(object) ?? fallback;
  }

  /** The source of the document itself. */
  documentSource(pointer: string): SourceRef {
    return { file: this.#file, pointer };
  }

  /** Where an object stands that YAML may have in several places (merge keys, aliases): the place of the first time. */
  firstPlace(object: JsonObject, place: SourceRef): SourceRef {
    const first = this.#places.get(object) ?? place;
    this.#places.set(object, first);
    return first;
  }

  /** Says something of a place, once: operations share what they refer to, and in YAML all that they have. */
  report(code: Code, message: string, source: SourceRef, help?: string): void {
    const key = JSON.stringify([code, message, source.file, source.pointer]);
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.diagnostics.push(diagnostic(code, { message, location: source, help }));
  }

  /** Says what does not fit between a path and the parameters of one of its operations: see {@link pathDiagnostics}. */
  reportPath(faults: PathFaults): void {
    const known = this.#pathFaults.get(faults.path);
    this.#pathFaults.set(faults.path, known ? mergedPathFaults(known, faults) : faults);
  }

  /** What was said of paths, of each once. B44-306. */
  pathDiagnostics(): Diagnostic[] {
    return [...this.#pathFaults.values()].flatMap((faults) => {
      const said = pathFaultText(faults, this.documentSource(appendPointer("/paths", faults.path)));
      return said ? [diagnostic("B44-306", said)] : [];
    });
  }

  #target(ref: string): Json | undefined {
    if (!this.#targets.has(ref)) this.#targets.set(ref, resolvePointer(this.root, refPointer(ref)));
    return this.#targets.get(ref);
  }
}
