import type { ts } from "ts-morph";
import { type Code, type Diagnostic, diagnostic, type Severity } from "../../diagnostics/index.js";
import { shownFile } from "../../files/index.js";
import type { Edit } from "./fix/edits.js";

/** What a rule says about a place. */
interface Finding {
  code: Code;
  node: ts.Node;
  message: string;
  help: string;
  severity?: Severity;
}

/** Edits that only make sense together, and what they do. */
export interface Fix {
  node: ts.Node;
  message: string;
  edits: Edit[];
  /** What the new text needs imported. */
  import?: NeededImport;
}

/** A name that fixes need imported from a module. */
export interface NeededImport {
  /** Absolute: without extension where the app imports it, with it where a function does. */
  module: string;
  name: string;
  /** The name in this file. */
  local: string;
}

/** What the rules find in one file. */
export class Findings {
  readonly diagnostics: Diagnostic[] = [];
  readonly fixes: Fix[] = [];
  readonly #display: string;
  readonly #tree: ts.SourceFile;

  constructor({ file, tree }: { file: string; tree: ts.SourceFile }) {
    this.#display = shownFile(file);
    this.#tree = tree;
  }

  /** Reports a finding at the place where its node begins. */
  report({ code, node, message, help, severity }: Finding): void {
    const location = { file: this.#display, ...this.#placeOf(node) };
    this.diagnostics.push(diagnostic(code, { message, help, severity, location }));
  }

  /** Takes over the fixes that there are. */
  offer(found: readonly { fix: Fix | undefined }[]): void {
    this.fixes.push(...found.flatMap(({ fix }) => fix ?? []));
  }

  /** The line that a node begins on, from 1. */
  lineOf(node: ts.Node): number {
    return this.#placeOf(node).line;
  }

  #placeOf(node: ts.Node): { line: number; column: number } {
    const { line, character } = this.#tree.getLineAndCharacterOfPosition(node.getStart(this.#tree));
    return { line: line + 1, column: character + 1 };
  }
}
