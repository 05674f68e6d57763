import { ts } from "ts-morph";
import type { Change } from "../diff/index.js";
import { type CallSite, CallSites, GeneratedCode } from "./calls/index.js";
import type { ImpactApi, ImpactInput } from "./model.js";
import { type Programs, VersionTypes } from "./types/index.js";

/** The common input of the searches for each kind of finding. */
export interface Search extends Programs {
  /** The app's folder. */
  root: string;
  apis: readonly ImpactApi[];
  /** The paths of the files to check. */
  files: readonly string[];
  /** The type checker of the old program. */
  checker: ts.TypeChecker;
  generated: GeneratedCode;
  sites: CallSites;
  types: VersionTypes;
}

/** A finding at a node of the old program. */
export interface Finding {
  node: ts.Node;
  changes: readonly Change[];
  why: string;
}

/** Creates a search of the files that changes of generated code can break. */
export function searchOf(programs: Programs, input: ImpactInput, files: readonly string[]): Search {
  const checker = programs.before.getTypeChecker();
  const generated = new GeneratedCode({ checker, apis: input.apis, paths: input.before.keys() });
  return {
    ...programs,
    root: input.root,
    apis: input.apis,
    files,
    checker,
    generated,
    sites: new CallSites(checker, generated),
    types: new VersionTypes(programs),
  };
}

/** Returns all calls of operations in the files of a search. */
export function callsIn({ before, files, generated }: Search): CallSite[] {
  return allNodes(before, files).flatMap((node) => {
    const operation = ts.isCallExpression(node) ? generated.calledBy(node) : undefined;
    return operation && ts.isCallExpression(node) ? [{ operation, call: node }] : [];
  });
}

/** Returns all nodes of files of a program. */
export function allNodes(program: ts.Program, files: readonly string[]): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  for (const path of files) {
    const file = program.getSourceFile(path);
    if (file) visit(file);
  }
  return nodes;
}

/** Returns the node at the same position of another program. The app's own files are identical in all programs. */
export function counterpart<Node extends ts.Node>(node: Node, program: ts.Program): Node | undefined {
  const file = program.getSourceFile(node.getSourceFile().fileName);
  const visit = (candidate: ts.Node): ts.Node | undefined => {
    if (candidate.pos === node.pos && candidate.end === node.end && candidate.kind === node.kind) return candidate;
    return candidate.pos <= node.pos && node.end <= candidate.end ? ts.forEachChild(candidate, visit) : undefined;
  };
  return file && (visit(file) as Node | undefined);
}
