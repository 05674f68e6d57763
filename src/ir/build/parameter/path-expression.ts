import type { Parameter, ParameterStyle } from "../../model.js";

/**
 * What an expression that is more than a name stands for. OpenAPI has names only (3.1, section 4.8.8.2); specs also have expressions
 * of URI templates (RFC 6570), of Google's APIs (`{name=projects/*}`), and of routers: constraints (`{id:int}`), optional parameters
 * (`{id?}`), and such as take the rest of a path (`{path*}`, `{*path}`, `{proxy+}`, `{path:.*}`).
 */
interface PathExpression {
  /** The path, or the query or fragment that begins or goes on with it. */
  place: "path" | "query" | "fragment";
  variables: PathVariable[];
}

/** A parameter of an expression, by its bare name. */
export interface PathVariable extends Pick<Parameter, "style" | "explode"> {
  name: string;
}

/** The operators of RFC 6570 (section 2.2) whose values are not in the path, and where these are. */
const PLACES: Record<string, PathExpression["place"]> = { "?": "query", "&": "query", "#": "fragment" };

/** The styles of the other operators. `*` and `**` are those of routers. */
const STYLES: Record<string, ParameterStyle> = {
  "+": "reserved",
  "*": "reserved",
  "**": "reserved",
  ".": "label",
  ";": "matrix",
  "/": "segments",
};

/** Operator, name, modifier, and pattern or constraint with what stands before it. */
const EXPRESSION = /^(\*\*|[+#./;?&*]?)([^:=]+?)([*+?]?)(?:([:=])(.*))?$/s;

/** Reads the text in the braces of a path. */
export function readExpression(text: string): PathExpression {
  const [, operator = "", bare = text, modifier = "", mark = "", pattern = ""] = EXPRESSION.exec(text) ?? [];
  const place = PLACES[operator] ?? "path";
  if (place !== "path") return { place, variables: text.slice(1).split(",").map(queryVariable) };
  const takesRest = modifier === "*" || modifier === "+" || takesSlashes(mark, pattern);
  const style = STYLES[operator] ?? (takesRest ? "reserved" : "simple");
  return { place, variables: [{ name: bare.trim(), style, explode: modifier === "*" }] };
}

/**
 * Reads an expression as routers have it that write the constraint first (`{int:id}`). Only the declared parameters show which part is
 * the name.
 */
export function readReversed(text: string): PathVariable | undefined {
  const [, constraint, name] = /^([^:=]+):([^:=]+)$/.exec(text) ?? [];
  return name === undefined ? undefined : readExpression(`${name}:${constraint}`).variables[0];
}

/**
 * Form-style query expansion (RFC 6570, sections 3.2.8 and 3.2.9): the members of a list by themselves where it ends in
 * `*`.
 */
function queryVariable(text: string): PathVariable {
  const [, name = text, modifier] = /^([^:=*]+)(\*?)/.exec(text) ?? [];
  return { name: name.trim(), style: "form", explode: modifier === "*" };
}

/** Whether a pattern has several segments, or a constraint allows any text: then a value may have slashes. */
function takesSlashes(mark: string, pattern: string): boolean {
  return mark === "=" ? /\/|\*\*/.test(pattern) : /^(?:\.[*+]\??|\*\*|path)$/i.test(pattern);
}
