import { type Code, type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { appendPointer, isObject, type Json, type JsonObject, resolvePointer, stringMember } from "../../spec/json.js";
import type { UpgradedSpec } from "../../spec/model.js";
import type { Parameter, Response, SourceRef } from "../model.js";
import { refPointer } from "../references.js";
import { SchemaFaults } from "./schema-faults.js";

/** What the builders of the single objects share: the document, and a place for what they have to say. */
export class BuildContext {
  readonly root: JsonObject;
  readonly diagnostics: Diagnostic[] = [];
  readonly schemaFaults: SchemaFaults;
  /**
   * What was built of objects that operations refer to, so that it is built once: later stages too do once what they do
   * for each of them.
   */
  readonly parameters = new WeakMap<JsonObject, Parameter>();
  readonly responses = new WeakMap<JsonObject, Omit<Response, "status">>();
  readonly #spec: UpgradedSpec;
  readonly #file: string;
  readonly #wrongPaths = new Set<string>();
  readonly #targets = new Map<string, Json | undefined>();

  constructor(spec: UpgradedSpec, file: string) {
    this.root = spec.root;
    this.schemaFaults = new SchemaFaults(spec.dropped);
    this.#spec = spec;
    this.#file = file;
  }

  /**
   * The object behind a Reference Object (OpenAPI 3.1, section 4.8.23), or the object itself; undefined where there is
   * none, or where references go round in a circle.
   */
  dereference(value: Json | undefined): JsonObject | undefined {
    let passed: Set<string> | undefined;
    let object = value;
    while (isObject(object)) {
      const ref = stringMember(object, "$ref");
      if (ref === undefined) return object;
      if (passed?.has(ref)) return undefined;
      passed ??= new Set();
      passed.add(ref);
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

  report(code: Code, message: string, source: SourceRef): void {
    this.diagnostics.push(diagnostic(code, { message, location: source }));
  }

  /** Says, once for all operations of a path, that it is no template, and which one is meant. B44-306. */
  reportTemplate(path: string, template: string): void {
    if (this.#wrongPaths.has(path)) return;
    this.#wrongPaths.add(path);
    this.diagnostics.push(
      diagnostic("B44-306", {
        message: `The path ${path} is no path template of OpenAPI: a parameter stands in one pair of braces. Calls go to the path as it is written.`,
        location: this.documentSource(appendPointer("/paths", path)),
        help: `Write ${JSON.stringify(template)} in the spec, or ask its author to.`,
      }),
    );
  }

  #target(ref: string): Json | undefined {
    if (!this.#targets.has(ref)) this.#targets.set(ref, resolvePointer(this.root, refPointer(ref)));
    return this.#targets.get(ref);
  }
}
