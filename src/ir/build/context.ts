import { getOrInsert } from "../../collections/index.js";
import { type Code, type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { appendPointer, isObject, type Json, type JsonObject, stringMember } from "../../json/index.js";
import type { NamedObjects } from "../../spec/component-sections.js";
import { bundledTarget, dereferenced } from "../../spec/dereferenced.js";
import type { SpecFamily, UpgradedSpec } from "../../spec/model.js";
import type { Parameter, Response, SourceRef } from "../model.js";
import { mergedPathFaults, type PathFaults, pathFaultText, SchemaFaults, SurplusContent } from "./faults/index.js";

/** The context that the builders of single objects share: the document, the objects built so far, and the diagnostics. */
export class BuildContext {
  readonly root: JsonObject;
  /** The OpenAPI version of the spec itself, before upgrading. */
  readonly family: SpecFamily;
  readonly diagnostics: Diagnostic[] = [];
  readonly schemaFaults: SchemaFaults;
  readonly surplusContent = new SurplusContent();
  /**
   * The objects that were built from objects that operations refer to. Each is built once, so that later stages also process it once.
   */
  readonly parameters = new WeakMap<JsonObject, Parameter>();
  readonly responses = new WeakMap<JsonObject, Omit<Response, "status">>();
  readonly #spec: UpgradedSpec;
  readonly #file: string;
  readonly #pathFaults = new Map<string, PathFaults>();
  readonly #targets = new Map<string, Json | undefined>();
  readonly #places = new WeakMap<JsonObject, SourceRef>();
  /** Built objects with the description beside a reference, by that reference. */
  readonly #described = new WeakMap<JsonObject, object>();
  /** The keys of the reported diagnostics. */
  readonly #said = new Set<string>();

  constructor(spec: UpgradedSpec, file: string, own: NamedObjects) {
    this.root = spec.root;
    this.family = spec.family;
    this.schemaFaults = new SchemaFaults(own, spec.dropped);
    this.#spec = spec;
    this.#file = file;
  }

  /**
   * Returns the object that a value is or refers to, see {@link dereferenced}. Replaces a schema that consists only of another one by
   * that one.
   */
  dereference(value: Json | undefined): JsonObject | undefined {
    return dereferenced(value, this.#target, { soleParts: true });
  }

  /**
   * Replaces the description of an object that was built from a Reference Object by the first one beside a `$ref` on the way, which
   * overrides the target's own (OpenAPI 3.1, section 4.8.23). Strictly, such descriptions are ignored before 3.1, but their authors
   * mean this place.
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

  /** Returns the place where an object of the document was written. */
  source(object: object, fallback: SourceRef): SourceRef {
    return this.#spec.origins.of(object) ?? fallback;
  }

  /** Returns a place in the document itself. */
  documentSource(pointer: string): SourceRef {
    return { file: this.#file, pointer };
  }

  /**
   * Returns the first place that was given for an object, which may occur in several places of a YAML document (aliases, merge keys).
   */
  firstPlace(object: JsonObject, place: SourceRef): SourceRef {
    return getOrInsert(this.#places, object, () => place);
  }

  /** Reports something about a place only once: operations share the objects that they refer to, and in YAML any other object. */
  report(code: Code, message: string, source: SourceRef, help?: string): void {
    const key = JSON.stringify([code, message, source.file, source.pointer]);
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.diagnostics.push(diagnostic(code, { message, location: source, help }));
  }

  /** Notes the mismatches between a path and the parameters of one of its operations, for {@link pathDiagnostics}. */
  reportPath(faults: PathFaults): void {
    const known = this.#pathFaults.get(faults.path);
    this.#pathFaults.set(faults.path, known ? mergedPathFaults(known, faults) : faults);
  }

  /** Returns the diagnostics for the noted mismatches, one for each path (B44-306). */
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
