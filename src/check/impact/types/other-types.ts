import { ts } from "ts-morph";

/** The text of the generated files, by path. */
type Texts = ReadonlyMap<string, string>;

/**
 * Changes the generated code so that every raw `custom.call` has the declared result type. The type for wrong arguments
 * cannot be used, which would hide errors in the use of the data.
 */
export function anyArguments(generated: Texts): Texts {
  return withOtherTypes(generated, /(^|\/)b44\.custom-call\.d\.ts$/, { Fits: "true" });
}

/**
 * Changes the generated code so that every call succeeds: results lack the types whose `success` is `false`. Much code
 * never checks `success`, which makes its data `unknown` to the compiler. With these types, the use of the data can be
 * checked.
 */
export function successOnly(generated: Texts): Texts {
  const asIfSuccessful = { ApiFailure: "never", FailureIn: "never", WithOtherFailures: "Declared" };
  return withOtherTypes(generated, /(^|\/)b44\.runtime(\.d)?\.ts$/, asIfSuccessful);
}

/** Replaces top-level type aliases in some files by other types, by name. */
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
