import * as z from "zod";

/** What the documentation and the error messages say about a key. */
export interface KeyNotes {
  /** Its type, as TypeScript would write it. */
  type: string;
  /** What a value of it has to be, to follow “must be”. */
  wanted: string;
  description: string;
  /** What holds without it, where that is not a value of the schema. */
  absent?: string;
  /** Whether a wrong value may be a secret, which no message repeats. */
  confidential?: boolean;
}

/** The notes of every key, by its schema. */
export const keyNotes = z.registry<KeyNotes>();

/** A string that is not blank. */
export const text = () => z.string().regex(/\S/, { error: "must not be empty" });
