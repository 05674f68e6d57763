import * as z from "zod";

/** What the documentation and the error messages say about a key. */
export interface KeyNotes {
  /** Its type, as TypeScript would write it. */
  type: string;
  /** What a valid value is, to follow “must be” in messages. */
  wanted: string;
  description: string;
  /** The default in words, where it is not a value of the schema. */
  absent?: string;
  /** Whether a wrong value may be a secret, which messages must not repeat. */
  confidential?: boolean;
}

/** The notes of every key, by its schema. */
export const keyNotes = z.registry<KeyNotes>();

/** A string that is not blank. */
export const text = () => z.string().regex(/\S/, { error: "must not be empty" });
