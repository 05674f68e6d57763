import type { Case } from "./judge.js";
import { FORMS, type Form } from "./outputs.js";
import { PAYLOADS, type Payload } from "./payloads.js";
import { POSITIONS, type Position } from "./positions/index.js";

/** A case, and what it is called. */
export interface NamedCase extends Case {
  name: string;
}

/** How many positions each payload comes to in the short form. */
const SHORT = 1;

function caseOf(payload: Payload, position: Position, form: Form): NamedCase {
  return { name: `${payload.name} as ${position.name} (${form.name})`, position, text: payload.text, form };
}

/** The short form: every payload, every position and every form comes up several times, in pairs that stay the same. */
export function shortCases(): NamedCase[] {
  return Array.from({ length: PAYLOADS.length * SHORT }, (_, index) => {
    const position = index % POSITIONS.length;
    const form = (position + (Math.floor(index / POSITIONS.length) % 2)) % FORMS.length;
    return caseOf(PAYLOADS[Math.floor(index / SHORT)]!, POSITIONS[position]!, FORMS[form]!);
  });
}

/** The long form of a position: every payload, in every form. */
export function allCases(position: Position): NamedCase[] {
  return PAYLOADS.flatMap((payload) => FORMS.map((form) => caseOf(payload, position, form)));
}
