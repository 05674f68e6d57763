import { hasProperties } from "./properties.js";
import { type Direction, isAny, type Side, type View } from "./side/index.js";

/**
 * The version of a view, its direction, and the view of the other version. Choices that both have are compared one by
 * one.
 */
interface Context {
  side: Side;
  direction: Direction;
  other?: View;
}

/**
 * True if the type that is generated for an object allows any properties: if the schema says so, or declares no
 * properties at all. Choices that allow further properties are ignored if they are compared one by one.
 */
export function isOpen(view: View, { other, ...of }: Context): boolean {
  const { additional, unions, properties } = view;
  if (additional?.schema === false) return false;
  if (view.conditions.has("patternProperties")) return true;
  if (unions.length === 0) return additional !== undefined || !hasProperties(view, of);
  if (additional && !isAny(of.side.view(additional))) return true;
  return unions.slice(other?.unions.length ?? 0).some(({ branches }) =>
    branches.every((branch) => {
      const all = new Map([...properties, ...branch.view.properties]);
      return isOpen({ ...branch.view, properties: all }, of);
    }),
  );
}
