import type { View } from "./side/index.js";

/**
 * Returns the view of an object without its last choices, if the other version has fewer of them. Instead, the object
 * has the properties that the alternatives declare, because the type had these until then.
 */
export function withLostChoices(view: View, other: View): View {
  const lost = view.unions.slice(other.unions.length);
  if (lost.length === 0) return view;
  const alternatives = lost.map(({ branches }) => branches.map((branch) => branch.view));
  const always = alternatives.flatMap(([first, ...more]) =>
    [...(first?.required ?? [])].filter((name) => more.every(({ required }) => required.has(name))),
  );
  return {
    ...view,
    properties: new Map([...alternatives.flat().flatMap(({ properties }) => [...properties]), ...view.properties]),
    required: new Set([...view.required, ...always]),
  };
}
