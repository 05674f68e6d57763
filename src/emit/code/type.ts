/**
 * The text of a TypeScript type. Only the type printer (src/emit/types/syntax/print.ts) and the functions that combine
 * such texts create one, so a template that prints a type prints no text of a spec.
 */
export class TypeCode {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
