import type { SourceRef } from "../../../ir/index.js";
import type { ChangeKindName, SharedKindName } from "../kinds/index.js";
import { missingIn } from "../missing-in.js";
import type { Step } from "../model.js";
import type { Direction, Subschema, View } from "./side/index.js";

/** A change of a schema, wherever the schema is used. */
export interface Finding {
  kind: ChangeKindName;
  /** From the schema to what changed. */
  path: readonly Step[];
  /** What goes after the place in a sentence: `was string and is number`. */
  says: string;
  before: SourceRef | undefined;
  after: SourceRef | undefined;
  missingIn?: "before" | "after";
}

/** A pair of schemas that have to be compared as well, and the step that leads from the holder to them. */
export interface Follow {
  step: Step | undefined;
  before: Subschema | View;
  after: Subschema | View;
}

/** Two views to compare in a direction, and where what is found goes. */
export class Pair {
  readonly findings: Finding[] = [];
  readonly follows: Follow[] = [];

  constructor(
    readonly before: View,
    readonly after: View,
    readonly direction: Direction,
  ) {}

  /** The kind of change in this direction. */
  kindOf(kind: SharedKindName): ChangeKindName {
    return `${this.direction}-${kind}`;
  }

  /** Records a change of the schema itself, of a kind that both directions have. */
  report(kind: SharedKindName, says: string): void {
    this.reportAs(this.kindOf(kind), says);
  }

  /** Records a change of the schema itself. */
  reportAs(kind: ChangeKindName, says: string): void {
    this.findings.push({ kind, says, path: [], before: this.before.source, after: this.after.source });
  }

  /** Records a change of a property; of one that is not in a version, the place is that of its holder. */
  reportProperty(kind: ChangeKindName, change: PropertyChange): void {
    const { name, says, before, after } = change;
    this.findings.push({
      kind,
      says,
      path: [{ property: name }],
      before: before?.source ?? this.before.source,
      after: after?.source ?? this.after.source,
      ...missingIn({ before, after }),
    });
  }

  /** Asks for a further comparison. */
  follow(follow: Follow): void {
    this.follows.push(follow);
  }
}

/** What changed of a property. */
interface PropertyChange {
  name: string;
  says: string;
  before: Subschema | undefined;
  after: Subschema | undefined;
}
