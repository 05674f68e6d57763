import type { Operation, SourceRef } from "../../../ir/index.js";
import type { ChangeKindName } from "../kinds/index.js";
import { missingIn } from "../missing-in.js";
import type { ChangePlace } from "../model.js";
import type { Graph, Node } from "../schema/graph.js";
import type { Direction, Subschema } from "../schema/side/index.js";

/** What changed at a place of an operation, in the words that go after the place. */
interface OperationFinding {
  kind: ChangeKindName;
  place: ChangePlace;
  says: string;
  before: SourceRef;
  after: SourceRef;
  missingIn?: "before" | "after";
}

type Sources = Pick<OperationFinding, "before" | "after">;

/** A place that holds a value: the schema's own findings have their path from there. */
export type ValuePlace = Extract<ChangePlace, { path: unknown }>;

/** What was found of an operation, in the order of its places: changes, and schemas that were compared. */
export type ReportEntry = OperationFinding | { place: ValuePlace; node: Node };

/** Gathers what is found of one operation. */
export class OperationReport {
  readonly entries: ReportEntry[] = [];

  constructor(
    readonly before: Operation,
    readonly after: Operation,
    readonly graph: Graph,
  ) {}

  /**
   * Records a change. A version that does not have the place has the operation as its source; so have both where the
   * change is of the operation itself.
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
