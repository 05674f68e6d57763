import { settledAgainst } from "../../ir/index.js";
import type { OwnFunction } from "./model.js";

/** Returns the input of `emitValueTypes` for an own function, including the names of its input and output types. */
export function typeParts({ api, operation, hasInput }: OwnFunction) {
  const base = `${operation.name.charAt(0).toUpperCase()}${operation.name.slice(1)}`;
  const taken = new Set(api.schemas.flatMap(({ name, requestName }) => [name, requestName]));
  const named = (ending: string) => settledAgainst(taken, [`${base}${ending}`, `${base}Function${ending}`]);
  return { api, operation, hasInput, inputName: named("Input"), outputName: named("Output") };
}
