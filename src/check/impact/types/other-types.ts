import { ts } from "ts-morph";

/** Generated code: the texts of its files by their paths. */
type Texts = ReadonlyMap<string, string>;

/**
 * The generated code as if every raw `custom.call` fitted: its result has the type that the operation declares. One whose
 * arguments do not fit has a type that cannot be used, which hides what breaks in the use of its data.
 */
export function anyArguments(generated: Texts): Texts {
  return withOtherTypes(generated, /(^|\/)b44\.custom-call\.d\.ts$/, { Fits: "true" });
}

/**
 * The generated code as if every call succeeded: results lack the forms whose `success` is `false`. Much code never
 * looks at `success`, and to the compiler what it then reads is `unknown`; with these types its use of the data can be
 * followed all the same.
 */
export function successOnly(generated: Texts): Texts {
  const asIfSuccessful = { ApiFailure: "never", FailureIn: "never", WithOtherFailures: "Declared" };
  return withOtherTypes(generated, /(^|\/)b44\.runtime(\.d)?\.ts$/, asIfSuccessful);
}

/** The code in which some type aliases at the top of a file are other types, by their names. */
function withOtherTypes(generated: Texts, file: RegExp, others: Readonly<Record<string, string>>): Texts {
  return new Map([...generated].map(([path, text]) => [path, file.test(path) ? replaced(text, others) : text]));
}

function replaced(text: string, others: Readonly<Record<string, string>>): string {
  const file = ts.createSourceFile("generated.ts", text, ts.ScriptTarget.Latest);
  let left = text;
  for (const { name, type } of file.statements.filter(ts.isTypeAliasDeclaration).reverse()) {
    const other = others[name.text];
    if (other !== undefined) left = left.slice(0, type.getStart(file)) + other + left.slice(type.getEnd());
  }
  return left;
}
