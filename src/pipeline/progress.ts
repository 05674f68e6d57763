import { isAddress } from "../files/index.js";
import { displayReference } from "../spec/load/index.js";

/** Told of each step as it begins: `my-crm: 30 of 1223 operations`. The command line shows it where a person watches. */
export type Progress = (step: string) => void;

/** A spec as steps name it: a URL without what may be secret in it. */
export function shownSpec(spec: string): string {
  if (spec === "-") return "standard input";
  return isAddress(spec) ? displayReference(spec) : spec;
}
