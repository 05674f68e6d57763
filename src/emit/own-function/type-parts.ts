import { settledAgainst } from "../../ir/index.js";
import type { OwnFunction } from "./model.js";

/** What the types of a function are made from, and how its input and output are called. */
export function typeParts({ api, operation, hasInput }: OwnFunction) {
  const base = `${operation.name.charAt(0).toUpperCase()}${operation.name.slice(1)}`;
  const taken = new Set(api.schemas.flatMap(({ name, requestName }) => [name, requestName]));
  const named = (ending: string) => settledAgainst(taken, [`${base}${ending}`, `${base}Function${ending}`]);
  return { api, operation, hasInput, inputName: named("Input"), outputName: named("Output") };
}
