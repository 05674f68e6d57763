import { byCodeUnit } from "../files/index.js";

/**
 * Sorts scopes so that a scope follows those whose names extend its name by a part, which are narrower by convention:
 * `calendar.readonly`, `calendar`; `user:email`, `user`. Otherwise by code unit. A name that merely begins alike
 * (`read`, `read_write`) does not extend another one.
 */
export function narrowestFirst(scopes: readonly string[]): string[] {
  return [...scopes].sort((one, other) => byCodeUnit(orderOf(one), orderOf(other)));
}

/** A sort key in which separators of parts precede the end of a name, which precedes all other characters. */
function orderOf(scope: string): string {
  return `${scope.replace(/[.:/]/g, "\u0001$&")}\u0002`;
}
