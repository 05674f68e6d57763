import { getOrInsert } from "../../collections/index.js";
import { type Code, type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { appendPointer, isObject, type Json, type JsonObject, stringMember } from "../../json/index.js";
import type { NamedObjects } from "../../spec/component-sections.js";
import { bundledTarget, dereferenced } from "../../spec/dereferenced.js";
import type { SpecFamily, UpgradedSpec } from "../../spec/model.js";
import type { Parameter, Response, SourceRef } from "../model.js";
import { mergedPathFaults, type PathFaults, pathFaultText, SchemaFaults, SurplusContent } from "./faults/index.js";

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

  constructor(spec: UpgradedSpec, file: string, own: NamedObjects) {
    this.root = spec.root;
    this.family = spec.family;
    this.schemaFaults = new SchemaFaults(own, spec.dropped);
    this.#spec = spec;
    this.#file = file;
  }

  /** The object that a value is or refers to, see {@link dereferenced}; of a schema with a sole part it is that one. */
  dereference(value: Json | undefined): JsonObject | undefined {
    return dereferenced(value, this.#target, { soleParts: true });
  }

  /**
   * What was built of the object behind a Reference Object, with the first description beside a `$ref` on the way, which overrides the
   * object's own (OpenAPI 3.1, section 4.8.23). Before 3.1 it counts for nothing, but says what its author means of this place.
   */
  described<Built extends { description: string | undefined }>(value: Json | undefined, built: Built): Built {
    if (!isObject(value) || stringMember(value, "$ref") === undefined) return built;
    const described = getOrInsert(this.#described, value, () => {
      const description = this.#descriptionOnTheWay(value) ?? built.description;
      return description === built.description ? built : { ...built, description };
    });
    return described as Built;
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
    return getOrInsert(this.#places, object, () => place);
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

  readonly #target = (ref: string): Json | undefined => {
    if (!this.#targets.has(ref)) this.#targets.set(ref, bundledTarget(this.root, ref));
    return this.#targets.get(ref);
  };
}
