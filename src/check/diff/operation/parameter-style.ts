import type { Parameter } from "../../../ir/index.js";
import type { ChangeKindName } from "../kinds/index.js";
import { encodingChange } from "./encoding.js";

/** Two versions of a parameter. `isScalar` is true if neither is an array or object. */
interface StyledParameters {
  was: Parameter;
  is: Parameter;
  isScalar: () => boolean;
}

/** Compares how a parameter's value is written (OpenAPI 3.1, section 4.8.12.2). `explode` has no effect on scalars. */
export function compareParameterStyle(
  { was, is, isScalar }: StyledParameters,
  add: (kind: ChangeKindName, predicate: string) => void,
): void {
  if (was.contentType !== is.contentType) {
    const text = (type: string | undefined) => type ?? "by its style";
    add("parameter-content-changed", `was serialized ${text(was.contentType)} and is now ${text(is.contentType)}`);
    return;
  }
  if (was.contentType !== undefined) {
    const predicate = encodingChange(was.encoding ?? {}, is.encoding ?? {});
    if (predicate !== undefined) add("parameter-style-changed", predicate);
    return;
  }
  if (was.style !== is.style) add("parameter-style-changed", `had the style ${was.style} and now has ${is.style}`);
  else if (was.explode !== is.explode && !isScalar()) {
    add("parameter-explode-changed", `had explode ${was.explode} and now has ${is.explode}`);
  }
  if (was.allowReserved !== is.allowReserved) {
    add("parameter-reserved-changed", `had allowReserved ${was.allowReserved} and now has ${is.allowReserved}`);
  }
}
