import type { View } from "./side/index.js";

/**
 * The view as an object without its last choices, where the other version has fewer of them: with the properties that the
 * alternatives declare, which the type had until then.
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
