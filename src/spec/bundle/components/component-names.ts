import { getOrInsert } from "../../../collections/index.js";
import { type ComponentPlace, type NameCandidates, nameCandidates } from "./name-candidates.js";

/**
 * Chooses names for components that are moved into a bundle, by {@link placeKey}: the first candidate that belongs to the place, and
 * is not taken in the section of the root document. A candidate belongs to the place with the fewest steps, or to none if several have
 * equally few, so a farther place never takes a name from a nearer one. Names differ by more than case and punctuation, because
 * identifiers are made from them.
 *
 * @param places all that the spec's operations reach, selected or not, so that names do not depend on the selection
 */
export function componentNames(
  places: readonly ComponentPlace[],
  root: { uri: string; ownNames(section: readonly string[]): readonly string[] },
): Map<string, string> {
  const names = new Map<string, string>();
  for (const inSection of bySection(places).values()) {
    const candidatesByPlace = new Map([...inSection].map(([key, place]) => [key, nameCandidates(place, root.uri)]));
    const taken = new Set(root.ownNames([...inSection.values()][0]?.section ?? []).map(folded));
    const owners = nameOwners(candidatesByPlace);
    for (const [key, { candidates, lastResort }] of candidatesByPlace) {
      const free = candidates.find((name) => owners.get(folded(name)) === key && !taken.has(folded(name)));
      names.set(key, free ?? lastResort());
    }
  }
  return names;
}

/** Returns the key of the place that each name belongs to; undefined if several have equally few steps. */
function nameOwners(candidatesByPlace: ReadonlyMap<string, NameCandidates>): Map<string, string | undefined> {
  const owners = new Map<string, { key: string | undefined; steps: number }>();
  for (const [key, { candidates, steps }] of candidatesByPlace) {
    for (const name of new Set(candidates.map(folded))) {
      const owner = owners.get(name);
      if (!owner || steps < owner.steps) owners.set(name, { key, steps });
      else if (steps === owner.steps) owner.key = undefined;
    }
  }
  return new Map([...owners].map(([name, { key }]) => [name, key]));
}

/** Returns a unique key for a place. */
export function placeKey({ section, uri, pointer }: ComponentPlace): string {
  return `${section.join("/")} ${uri}#${pointer}`;
}

function bySection(places: readonly ComponentPlace[]): Map<string, Map<string, ComponentPlace>> {
  const sections = new Map<string, Map<string, ComponentPlace>>();
  for (const place of places) {
    getOrInsert(sections, place.section.join("/"), () => new Map()).set(placeKey(place), place);
  }
  return sections;
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
