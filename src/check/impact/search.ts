import { ts } from "ts-morph";
import type { Change } from "../diff/index.js";
import { type CallSite, CallSites, GeneratedCode } from "./calls/index.js";
import type { ImpactApi, ImpactInput } from "./model.js";
import { type Programs, VersionTypes } from "./types/index.js";

/** What each kind of finding is looked for in. */
export interface Search extends Programs {
  /** The app's folder. */
  root: string;
  apis: readonly ImpactApi[];
  /** The paths of the files that are looked at. */
  files: readonly string[];
  /** Of the program before. */
  checker: ts.TypeChecker;
  generated: GeneratedCode;
  sites: CallSites;
  types: VersionTypes;
}

/** Something that was found, at a node of the program before. */
export interface Finding {
  node: ts.Node;
  changes: readonly Change[];
  why: string;
}

/** A search of the files that changes of generated code can break. */
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

/** All calls of operations in the files of a search. */
export function callsIn({ before, files, generated }: Search): CallSite[] {
  return allNodes(before, files).flatMap((node) => {
    const operation = ts.isCallExpression(node) ? generated.calledBy(node) : undefined;
    return operation && ts.isCallExpression(node) ? [{ operation, call: node }] : [];
  });
}

/** All nodes of some files of a program. */
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

/** The node of another program that stands where a node stands. The app's own files are the same in all of them. */
export function counterpart<Node extends ts.Node>(node: Node, program: ts.Program): Node | undefined {
  const file = program.getSourceFile(node.getSourceFile().fileName);
  const visit = (candidate: ts.Node): ts.Node | undefined => {
    if (candidate.pos === node.pos && candidate.end === node.end && candidate.kind === node.kind) return candidate;
    return candidate.pos <= node.pos && node.end <= candidate.end ? ts.forEachChild(candidate, visit) : undefined;
  };
  return file && (visit(file) as Node | undefined);
}
