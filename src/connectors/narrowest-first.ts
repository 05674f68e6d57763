import { byCodeUnit } from "../files/index.js";

/**
 * The scopes in an order in which a scope stands behind those that add a part to its name, which by custom are narrower:
 * `calendar.readonly`, `calendar`; `user:email`, `user`. Else by code unit. What only looks longer (`read`, `read_write`)
 * adds no part.
 */
export function narrowestFirst(scopes: readonly string[]): string[] {
  return [...scopes].sort((one, other) => byCodeUnit(orderOf(one), orderOf(other)));
}

/** The parts' separators before the end of a name, and that before all other characters. */
function orderOf(scope: string): string {
  return `${scope.replace(/[.:/]/g, "\u0001$&")}\u0002`;
}
