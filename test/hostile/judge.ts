import ts from "typescript";
import { type Form, type Output, outputOf } from "./outputs.js";
import { HARMLESS } from "./payloads.js";
import { documentWith, type Position } from "./positions/index.js";
import { runFaults } from "./run.js";
import { identifiersOf, parsed, shapeOf, textFaults } from "./shape.js";

/** One payload in one position, generated in one form. */
export interface Case {
  position: Position;
  text: string;
  form: Form;
}

/** What came of a case. `shape`: as the harmless one. `less`: another shape, with diagnostics that say why. */
export interface Verdict {
  outcome: "shape" | "less" | "refused";
  faults: string[];
}

/** What the harmless text gives in a position and form. */
class Reference {
  readonly output: Output;
  readonly #shapes = new Map<string, { shape: string; fixed: Set<string> }>();

  constructor(output: Output) {
    this.output = output;
  }

  /** True where code that is written to a path has the shape of what the harmless text gives there. */
  hasShapeOf(path: string, file: ts.SourceFile): boolean {
    const known = this.#shapeAt(path);
    return known !== undefined && shapeOf(file, known.fixed) === known.shape;
  }

  /** Made for what is asked for alone: most files are the same for every text. */
  #shapeAt(path: string) {
    const text = this.output.files.get(path);
    const known = this.#shapes.get(path);
    if (known || text === undefined) return known;
    const file = parsed(path, text);
    const fixed = new Set([...identifiersOf(file)].filter((name) => !name.toLowerCase().includes(HARMLESS)));
    const made = { shape: shapeOf(file, fixed), fixed };
    this.#shapes.set(path, made);
    return made;
  }
}

const references = new Map<string, Promise<Reference>>();

function referenceOf({ position, form }: Case): Promise<Reference> {
  const name = `${position.name}\n${form.name}`;
  const known =
    references.get(name) ?? outputOf(documentWith(position, HARMLESS), form).then((it) => new Reference(it));
  references.set(name, known);
  return known;
}

function codeOf({ files }: Output): [path: string, text: string][] {
  return [...files].filter(([path]) => /\.[jt]s$/.test(path));
}

/** Generates, and judges everything that came out: where it stands, what it parses to, and what it does when it runs. */
export async function judge(given: Case): Promise<Verdict> {
  const reference = await referenceOf(given);
  const output = await outputOf(documentWith(given.position, given.text), given.form);
  if (output.refused) return { outcome: "refused", faults: refusalFaults(output) };
  const faults = [...output.files.keys()].filter((path) => !isPlace(path)).map((path) => `it writes ${path}`);
  for (const [path, text] of output.files) if (/\.jsonc?$/.test(path)) faults.push(...jsonFaults(path, text));
  const changed = codeOf(output).filter(([path, text]) => reference.output.files.get(path) !== text);
  let isSame = [...reference.output.files.keys()].join() === [...output.files.keys()].join();
  for (const [path, text] of changed) {
    const file = parsed(path, text);
    faults.push(...textFaults(file).map((fault) => `${path}: ${fault}`));
    isSame &&= reference.hasShapeOf(path, file);
  }
  // What is the same as the harmless code, byte for byte, does the same.
  if (changed.length > 0) faults.push(...(await runFaults(output.files)));
  const mustSay = !given.position.isSpecial?.(given.text);
  if (!isSame && mustSay && !saysMore(output, reference.output)) faults.push("another shape, and nothing says why");
  return { outcome: isSame ? "shape" : "less", faults };
}

/** True where something is said that was not said of the harmless text. */
function saysMore(output: Output, { diagnostics }: Output): boolean {
  const said = new Map<string, number>();
  for (const { code } of diagnostics) said.set(code, (said.get(code) ?? 0) + 1);
  return output.diagnostics.some(({ code }) => {
    const left = (said.get(code) ?? 0) - 1;
    said.set(code, left);
    return left < 0;
  });
}

function jsonFaults(path: string, text: string): string[] {
  const { error } = ts.parseConfigFileTextToJson(path, text);
  return error ? [`${path}: ${ts.flattenDiagnosticMessageText(error.messageText, " ")}`] : [];
}

/** Where a run may write, by names that every file system takes. */
function isPlace(path: string): boolean {
  const isInside = /^(b44-gen\.lock\.json|b44-gen\.specs\/|src\/api\/generated\/|base44\/)/.test(path);
  return isInside && path.split("/").every((part) => /^[A-Za-z0-9_-][\w.-]*$/.test(part));
}

/** A refusal has a sentence, and shows nothing that a terminal would obey. */
function refusalFaults({ diagnostics }: Output): string[] {
  return diagnostics.some(({ severity, message }) => severity === "error" && message !== "")
    ? []
    : ["no error says why"];
}
