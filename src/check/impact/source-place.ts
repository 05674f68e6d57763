import { ts } from "ts-morph";
import { byCodeUnit } from "../../files/index.js";
import type { SourcePlace } from "./model.js";
import type { Finding } from "./search.js";

const LONGEST = 100;

/** Returns the smallest node with the range of a diagnostic, or else the smallest one that contains its start. */
export function nodeAt(file: ts.SourceFile, { start, length }: { start: number; length: number }): ts.Node {
  let node: ts.Node = file;
  for (;;) {
    const child: ts.Node | undefined = ts.forEachChild(node, (candidate) =>
      candidate.getStart(file) <= start && start + length <= candidate.getEnd() ? candidate : undefined,
    );
    if (!child) return node;
    node = child;
  }
}

/**
 * Converts findings to places for the report, ordered by file, line and column. Findings at the same node are merged.
 */
export function placesOf(root: string, findings: readonly Finding[]): SourcePlace[] {
  const byPlace = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.node.getSourceFile().fileName}:${finding.node.getStart()}`;
    const { changes = [], ...known } = byPlace.get(key) ?? finding;
    byPlace.set(key, { ...known, changes: [...new Set([...changes, ...finding.changes])] });
  }
  return inOrder([...byPlace.values()].map((finding) => sourcePlace(root, finding)));
}

function sourcePlace(root: string, { node, changes, why }: Finding): SourcePlace {
  const file = node.getSourceFile();
  const { line, character } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return {
    file: file.fileName.startsWith(`${root}/`) ? file.fileName.slice(root.length + 1) : file.fileName,
    line: line + 1,
    column: character + 1,
    expression: oneLine(shown(node).getText(file)),
    changes,
    why,
  };
}

/** The node to show for a node: for the name of a property, the whole access. */
function shown(node: ts.Node): ts.Node {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return parent;
  return ts.isBindingElement(parent) || ts.isPropertyAssignment(parent) ? parent : node;
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

function inOrder(places: readonly SourcePlace[]): SourcePlace[] {
  return [...places].sort(
    (one, other) => byCodeUnit(one.file, other.file) || one.line - other.line || one.column - other.column,
  );
}
