import type { SourceRef } from "../../../ir/index.js";
import type { ChangeKindName, SharedKindName } from "../kinds/index.js";
import { missingIn } from "../missing-in.js";
import type { Step } from "../model.js";
import type { Direction, Subschema, View } from "./side/index.js";

/** A change within a schema, independent of where the schema is used. */
export interface Finding {
  kind: ChangeKindName;
  /** The path from the schema to the changed part. */
  path: readonly Step[];
  /** The text that follows the place in a sentence: `was string and is number`. */
  predicate: string;
  before: SourceRef | undefined;
  after: SourceRef | undefined;
  missingIn?: "before" | "after";
}

/** A pair of subschemas to compare, and the step that leads to them. */
export interface Follow {
  step: Step | undefined;
  before: Subschema | View;
  after: Subschema | View;
}

/** Two views to compare in one direction, and the collected results. */
export class Pair {
  readonly findings: Finding[] = [];
  readonly follows: Follow[] = [];

  constructor(
    readonly before: View,
    readonly after: View,
    readonly direction: Direction,
  ) {}

  /** Returns the kind of change in this direction. */
  kindOf(kind: SharedKindName): ChangeKindName {
    return `${this.direction}-${kind}`;
  }

  /** Records a change of the schema itself, by a kind that both directions have. */
  report(kind: SharedKindName, predicate: string): void {
    this.reportAs(this.kindOf(kind), predicate);
  }

  /** Records a change of the schema itself. */
  reportAs(kind: ChangeKindName, predicate: string): void {
    this.findings.push({ kind, predicate, path: [], before: this.before.source, after: this.after.source });
  }

  /** Records a change of a property. In a version that lacks the property, the place is that of its object. */
  reportProperty(kind: ChangeKindName, change: PropertyChange): void {
    const { name, predicate, before, after } = change;
    this.findings.push({
      kind,
      predicate,
      path: [{ property: name }],
      before: before?.source ?? this.before.source,
      after: after?.source ?? this.after.source,
      ...missingIn({ before, after }),
    });
  }

  /** Adds a pair of subschemas to compare. */
  follow(follow: Follow): void {
    this.follows.push(follow);
  }
}

/** A change of a property. */
interface PropertyChange {
  name: string;
  predicate: string;
  before: Subschema | undefined;
  after: Subschema | undefined;
}
