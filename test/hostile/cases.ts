import type { Case } from "./judge.js";
import { FORMS } from "./outputs.js";
import { PAYLOADS } from "./payloads.js";
import { POSITIONS } from "./positions/index.js";

/** A case, and what it is called. */
export interface NamedCase extends Case {
  name: string;
}

/** How many positions each payload comes to in the short form. */
const SHORT = 1;

function caseOf(payload: number, position: number, form: number): NamedCase {
  const chosen = { payload: PAYLOADS[payload]!, position: POSITIONS[position]!, form: FORMS[form % FORMS.length]! };
  const name = `${chosen.payload.name} as ${chosen.position.name} (${chosen.form.name})`;
  return { name, position: chosen.position, text: chosen.payload.text, form: chosen.form };
}

/** The short form: every payload, every position and every form comes up several times, in pairs that stay the same. */
export function shortCases(): NamedCase[] {
  return Array.from({ length: PAYLOADS.length * SHORT }, (_, index) => {
    const position = index % POSITIONS.length;
    return caseOf(Math.floor(index / SHORT), position, position + (Math.floor(index / POSITIONS.length) % 2));
  });
}

/** The long form of a position: every payload, in every form. */
export function allCases(position: number): NamedCase[] {
  return PAYLOADS.flatMap((_, payload) => FORMS.map((_form, form) => caseOf(payload, position, form)));
}
