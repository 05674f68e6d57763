import { type JsonObject, setMember } from "../../../json/index.js";
import type { Component } from "../components/index.js";
import { isSchemeUri } from "../scheme-uri.js";
import { lossOf, writtenIn } from "../unresolved/index.js";
import type { Visit } from "../visit.js";
import type { LeadsInput } from "./leads.js";

/** The security schemes that requirements name by their URIs (OpenAPI 3.2.0, section 4.30), each led into the bundle. */
export class SchemeLeads {
  readonly #by: LeadsInput;

  constructor(by: LeadsInput) {
    this.#by = by;
  }

  /** Takes in the schemes that a requirement names so, or notes that they are not there. */
  lead(visit: Visit, requirement: JsonObject): void {
    const kind = "securityScheme";
    const { references, components, unresolved, edits, trail } = this.#by;
    const found = new Map<string, Component>();
    for (const name of Object.keys(requirement)) {
      if (!isSchemeUri(name, this.#by)) continue;
      const resolution = references.resolve(name, visit.base);
      if (resolution.kind === "target") {
        const component = components.reach(kind, resolution.target);
        trail?.refers(visit, component);
        found.set(name, component);
        continue;
      }
      if (resolution.kind === "unread") components.expect(kind, resolution);
      unresolved.add(resolution, writtenIn(references, name, { visit, loss: lossOf(kind), tokens: [name] }));
    }
    if (found.size > 0) edits.add(() => this.#nameSchemes(visit, found));
  }

  /** Has a requirement name schemes as the bundle does. */
  #nameSchemes(visit: Visit, schemes: ReadonlyMap<string, Component>): void {
    const copy = this.#by.edits.copy(visit);
    for (const [name, scopes] of Object.entries(copy)) {
      delete copy[name];
      setMember(copy, schemes.get(name)?.name ?? name, scopes);
    }
  }
}
