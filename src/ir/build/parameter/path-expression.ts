import type { Parameter, ParameterStyle } from "../../model.js";

/**
 * The meaning of an expression that is more than a name. OpenAPI has only names (3.1, section 4.8.8.2); specs also have expressions of
 * URI templates (RFC 6570), of Google's APIs (`{name=projects/*}`), and of routers: constraints (`{id:int}`), optional parameters
 * (`{id?}`), and parameters for the rest of a path (`{path*}`, `{*path}`, `{proxy+}`, `{path:.*}`).
 */
interface PathExpression {
  /** The path, or the query or fragment that the expression begins or continues. */
  place: "path" | "query" | "fragment";
  variables: PathVariable[];
}

/** A parameter of an expression, by its bare name. */
export interface PathVariable extends Pick<Parameter, "style" | "explode"> {
  name: string;
}

/** The operators of RFC 6570 (section 2.2) whose values are not in the path, and the location of these values. */
const PLACES: Record<string, PathExpression["place"]> = { "?": "query", "&": "query", "#": "fragment" };

/** The styles of the other operators. Routers use `*` and `**`. */
const STYLES: Record<string, ParameterStyle> = {
  "+": "reserved",
  "*": "reserved",
  "**": "reserved",
  ".": "label",
  ";": "matrix",
  "/": "segments",
};

/** Operator, name, modifier, and a pattern or constraint after its mark. */
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
 * Reads an expression in the form of routers that write the constraint first (`{int:id}`). Only the declared parameters show which
 * part is the name.
 */
export function readReversed(text: string): PathVariable | undefined {
  const [, constraint, name] = /^([^:=]+):([^:=]+)$/.exec(text) ?? [];
  return name === undefined ? undefined : readExpression(`${name}:${constraint}`).variables[0];
}

/**
 * Reads a variable of a form-style query expansion (RFC 6570, sections 3.2.8 and 3.2.9): with `*` at its end, the items of an array
 * are separate.
 */
function queryVariable(text: string): PathVariable {
  const [, name = text, modifier] = /^([^:=*]+)(\*?)/.exec(text) ?? [];
  return { name: name.trim(), style: "form", explode: modifier === "*" };
}

/** True if a pattern has several segments, or a constraint allows any string: then a value may contain slashes. */
function takesSlashes(mark: string, pattern: string): boolean {
  return mark === "=" ? /\/|\*\*/.test(pattern) : /^(?:\.[*+]\??|\*\*|path)$/i.test(pattern);
}
