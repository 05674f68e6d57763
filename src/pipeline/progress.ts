/**
 * Told of each step as it begins: `my-crm: 30 of 1223 operations`. The command line shows it where a person watches.
 */
export type Progress = (step: string) => void;
