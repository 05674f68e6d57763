/** Sets, any one of which is enough. */
export type Choice = readonly bigint[];

/** A choice, and the number of operations that have it. */
export interface WeightedChoice {
  sets: Choice;
  weight: number;
}

/**
 * Requirements, and the operations that their scopes can unlock. Groups have no scope in common, so each is solved
 * separately.
 */
export interface Group {
  requirements: Choice[];
  unlockable: WeightedChoice[];
}
