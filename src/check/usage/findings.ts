import type { ts } from "ts-morph";
import { type Code, type Diagnostic, diagnostic, type Severity } from "../../diagnostics/index.js";
import { shownFile } from "../../files/index.js";
import type { Edit } from "./fix/edits.js";

/** A rule's finding at a place. */
interface Finding {
  code: Code;
  node: ts.Node;
  message: string;
  help: string;
  severity?: Severity;
}

/** Edits that belong together, and their description. */
export interface Fix {
  node: ts.Node;
  message: string;
  edits: Edit[];
  /** The import that the new text needs. */
  import?: NeededImport;
}

/** A name that a fix needs to import from a module. */
export interface NeededImport {
  /** Absolute path: without extension for imports in the app, with extension for imports in a function. */
  module: string;
  name: string;
  /** The name in this file. */
  local: string;
}

/** The findings of the rules in one file. */
export class Findings {
  readonly diagnostics: Diagnostic[] = [];
  readonly fixes: Fix[] = [];
  readonly #display: string;
  readonly #tree: ts.SourceFile;

  constructor({ file, tree }: { file: string; tree: ts.SourceFile }) {
    this.#display = shownFile(file);
    this.#tree = tree;
  }

  /** Reports a finding at the start of its node. */
  report({ code, node, message, help, severity }: Finding): void {
    const location = { file: this.#display, ...this.#placeOf(node) };
    this.diagnostics.push(diagnostic(code, { message, help, severity, location }));
  }

  /** Adds the fixes that exist. */
  offer(found: readonly { fix: Fix | undefined }[]): void {
    this.fixes.push(...found.flatMap(({ fix }) => fix ?? []));
  }

  /** The line of a node's start, from 1. */
  lineOf(node: ts.Node): number {
    return this.#placeOf(node).line;
  }

  #placeOf(node: ts.Node): { line: number; column: number } {
    const { line, character } = this.#tree.getLineAndCharacterOfPosition(node.getStart(this.#tree));
    return { line: line + 1, column: character + 1 };
  }
}
