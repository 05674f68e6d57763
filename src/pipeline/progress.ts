/**
 * Called with each step as it begins: `my-crm: 30 of 1223 operations`. The command line shows it if a person is
 * watching.
 */
export type Progress = (step: string) => void;
