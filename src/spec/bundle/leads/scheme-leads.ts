import { type JsonObject, setMember } from "../../../json/index.js";
import type { Component } from "../components/index.js";
import { isSchemeUri } from "../scheme-uri.js";
import { lossOf, writtenIn } from "../unresolved/index.js";
import type { Visit } from "../visit.js";
import type { Walk } from "../walk.js";

/**
 * Adds the security schemes that a requirement names by URI to the bundle (OpenAPI 3.2.0, section 4.30), and changes the names to those
 * in the bundle. Notes schemes that are not there.
 */
export function leadSchemes(visit: Visit, requirement: JsonObject, by: Walk): void {
  const kind = "securityScheme";
  const { references, components, unresolved, edits, trail } = by;
  const found = new Map<string, Component>();
  for (const name of Object.keys(requirement)) {
    if (!isSchemeUri(name, by)) continue;
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
  if (found.size === 0) return;
  edits.add(() => {
    const copy = edits.copy(visit);
    for (const [name, scopes] of Object.entries(copy)) {
      delete copy[name];
      setMember(copy, found.get(name)?.name ?? name, scopes);
    }
  });
}
