import { isObject, type Json, member, unescapedPointerToken } from "../../../json/index.js";
import { isReference, type References, type ReferenceTarget } from "../../references/index.js";

/**
 * The components of one section of the root document, and the names that they give to places. A component that is only a
 * reference to another document gives its name to the target: many specs list their files this way.
 */
export class OwnComponents {
  readonly names: readonly string[];
  readonly #section: ReferenceTarget | undefined;
  readonly #namesByPlace = new Map<string, string>();
  readonly #references: References;

  /** @param section the keys from the root of the document to the section */
  constructor(section: readonly string[], references: References) {
    this.#references = references;
    const resolution = references.fromRoot(...section);
    const target = resolution.kind === "target" ? resolution.target : undefined;
    this.#section = target;
    const components = isObject(target?.value) ? target.value : {};
    this.names = Object.keys(components);
    for (const name of this.names) {
      const meant = this.#meantBy(member(components, name));
      const place = meant && placeOf(meant);
      if (place !== undefined && !this.#namesByPlace.has(place)) this.#namesByPlace.set(place, name);
    }
  }

  /** Returns the name that the document gives to a place; undefined if it gives none. */
  nameOf(target: ReferenceTarget): string | undefined {
    return this.#keyOf(target) ?? this.#namesByPlace.get(placeOf(target));
  }

  /** Returns the place meant by a reference to a place: if that only gives its name to another place, the other one. */
  meant(target: ReferenceTarget): ReferenceTarget {
    const name = this.#keyOf(target);
    const meant = name === undefined ? undefined : this.#meantBy(target.value);
    return meant && this.#namesByPlace.get(placeOf(meant)) === name ? meant : target;
  }

  /** Returns the target of a component that is only a reference to a place outside of the section; undefined for any other. */
  #meantBy(component: Json | undefined): ReferenceTarget | undefined {
    if (component === undefined || !isReference(component) || Object.keys(component).length > 1) return undefined;
    const resolution = this.#references.resolveOnce(component.$ref, this.#section?.base ?? "");
    return resolution.kind === "target" && this.#keyOf(resolution.target) === undefined ? resolution.target : undefined;
  }

  /** Returns the key of a place in the section; undefined if it is elsewhere. */
  #keyOf({ uri, pointer }: ReferenceTarget): string | undefined {
    if (uri !== this.#section?.uri || !pointer.startsWith(`${this.#section.pointer}/`)) return undefined;
    const token = pointer.slice(this.#section.pointer.length + 1);
    return token.includes("/") ? undefined : unescapedPointerToken(token);
  }
}

function placeOf({ uri, pointer }: ReferenceTarget): string {
  return `${uri}#${pointer}`;
}
