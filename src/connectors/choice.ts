/** Sets, any of which will do. */
export type Choice = readonly bigint[];

/** Choices that are the same for several operations, and for how many. */
export interface WeightedChoice {
  sets: Choice;
  weight: number;
}

/** Requirements and what they can unlock that have no scope in common with the rest, so that they can be settled alone. */
export interface Group {
  requirements: Choice[];
  unlockable: WeightedChoice[];
}
