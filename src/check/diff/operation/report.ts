import type { Operation, SourceRef } from "../../../ir/index.js";
import type { ChangeKindName } from "../kinds/index.js";
import { missingIn } from "../missing-in.js";
import type { ChangePlace } from "../model.js";
import type { Graph, Node } from "../schema/graph.js";
import type { Direction, Subschema } from "../schema/side/index.js";

/** A change at a place of an operation. `predicate` is the text that follows the place in a sentence. */
interface OperationFinding {
  kind: ChangeKindName;
  place: ChangePlace;
  predicate: string;
  before: SourceRef;
  after: SourceRef;
  missingIn?: "before" | "after";
}

type Sources = Pick<OperationFinding, "before" | "after">;

/** The place of a value. Findings in its schema have paths that begin there. */
export type ValuePlace = Extract<ChangePlace, { path: unknown }>;

/** An entry of a report, in the order of places: a change, or a pair of schemas that was compared. */
export type ReportEntry = OperationFinding | { place: ValuePlace; node: Node };

/** Collects the changes of one operation. */
export class OperationReport {
  readonly entries: ReportEntry[] = [];

  constructor(
    readonly before: Operation,
    readonly after: Operation,
    readonly graph: Graph,
  ) {}

  /**
   * Records a change. In a version that lacks the place, the source is the operation. A change of the operation itself
   * has the operation as its source in both versions.
   */
  add(finding: Omit<OperationFinding, "before" | "after" | "missingIn"> & Partial<Sources>): void {
    const sources = { before: this.before.source, after: this.after.source };
    this.entries.push({ ...sources, ...finding, ...missingIn(finding) });
  }

  /** Compares the schemas of a value that both versions have. */
  compare(value: { place: ValuePlace; before: Subschema; after: Subschema; direction: Direction }): void {
    const node = this.graph.root(value);
    if (node) this.entries.push({ place: value.place, node });
  }
}
