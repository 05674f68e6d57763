import * as z from "zod";

/** The texts about a key for the documentation and the error messages. */
export interface KeyNotes {
  /** The key's type in TypeScript. */
  type: string;
  /** A description of valid values, to follow “must be” in messages. */
  wanted: string;
  description: string;
  /** The default in words, if it is not a value of the schema. */
  absent?: string;
  /** True if a wrong value may be a secret, which messages must not repeat. */
  confidential?: boolean;
}

/** The notes of every key, by its schema. */
export const keyNotes = z.registry<KeyNotes>();

/** A string that is not blank. */
export const text = () => z.string().regex(/\S/, { error: "must not be empty" });
