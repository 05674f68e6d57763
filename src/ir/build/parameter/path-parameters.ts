import type { Parameter, SourceRef } from "../../model.js";
import { textParameter } from "../../parameters.js";
import type { BuildContext } from "../context.js";
import type { PathFaults } from "../faults/index.js";
import { type PathVariable, readExpression, readReversed } from "./path-expression.js";
import { withoutSaidQuery } from "./path-query.js";
import { expressionTexts, intendedTemplate, replaceExpressions } from "./path-template.js";

/** The parameters of an operation, matched with its path; and the template to fill, if the path itself is not one. */
export interface FittedPath {
  parameters: Parameter[];
  template: string | undefined;
}

/**
 * Matches parameters with the path (OpenAPI 3.1, section 4.8.8.2): every expression in braces is a required path parameter, declared
 * or not, and there are no others. An expression that is more than a name stands for the parameter with its bare name
 * (`readExpression`), and an expression for a query stands for query parameters. Query parameters in the query of the path itself are
 * removed from the path.
 */
export function fitPath(
  context: BuildContext,
  place: { path: string; source: SourceRef },
  parameters: readonly Parameter[],
): FittedPath {
  const fit = new PathFit(place, parameters);
  const fillings = new Map(fit.texts.map((text) => [text, fit.fill(text)]));
  const template = replaceExpressions(fit.read, (text) => fillings.get(text) ?? "");
  fit.compare();
  context.reportPath(fit.faults);
  return {
    parameters: [...fit.inPath, ...fit.others],
    template: template === place.path ? undefined : template,
  };
}

class PathFit {
  /** The path, or its intended template if all parameters of that are known. */
  readonly read: string;
  /** The distinct texts in the braces of that path. */
  readonly texts: readonly string[];
  readonly inPath: Parameter[] = [];
  readonly others: Parameter[];
  readonly faults: PathFaults;
  readonly #declared: ReadonlyMap<string, Parameter>;
  readonly #meant: string | undefined;
  /** The names of the declared parameters that are in the path. */
  readonly #found = new Set<string>();
  /** The names of the path parameters, to keep them unique. */
  readonly #names: Set<string>;

  constructor({ path, source }: { path: string; source: SourceRef }, parameters: readonly Parameter[]) {
    this.#declared = new Map(parameters.filter((item) => item.in === "path").map((item) => [item.name, item]));
    const { path: fitted, expressions: asked } = withoutSaidQuery(path, parameters);
    this.#meant = intendedTemplate(fitted, new Set(this.#declared.keys()));
    this.read = this.#meant === undefined || !this.#knows(fitted, this.#meant) ? fitted : this.#meant;
    this.texts = expressionTexts(this.read);
    this.others = parameters.filter((item) => item.in !== "path");
    this.faults = { path, source, template: undefined, asked, taken: [], recased: [], absent: [], undeclared: [] };
    this.#names = new Set(this.texts);
  }

  /** Finds the parameter of an expression, and returns what replaces it in the template: "" if it is not part of the path. */
  fill(text: string): string {
    const plain = this.#declared.get(text) ?? this.#recased(text);
    if (plain) return this.#put(plain);
    const { place, variables } = readExpression(text);
    const names = variables.map(({ name }) => name);
    const [variable] = variables;
    const declared = place === "path" && variable ? this.#declared.get(variable.name) : undefined;
    const reversed = place === "path" && !declared ? readReversed(text) : undefined;
    const meant = reversed && this.#declared.get(reversed.name);
    if (reversed && meant) {
      this.faults.taken.push({ text, names: [reversed.name], place });
      return this.#putExpression(text, reversed, meant);
    }
    if (variable && place === "path" && !declared) {
      this.faults.undeclared.push({ text, names });
      // A template cannot contain a name with braces.
      if (/[{}]/.test(text)) return this.#putExpression(text, variable, undeclared(variable.name, this.faults.source));
      return this.#put({ ...undeclared(text, this.faults.source), style: variable.style, explode: variable.explode });
    }
    this.faults.taken.push({ text, names, place });
    if (variable && declared) return this.#putExpression(text, variable, declared);
    for (const name of names) this.#found.add(name);
    if (place === "query") for (const item of variables) this.#intoQuery(item);
    return "";
  }

  /** Notes the declared parameters that are neither in the path nor in the intended template. */
  compare(): void {
    const meant = this.#meant;
    if (meant !== undefined) {
      this.faults.template = { meant, read: replaceExpressions(this.read, (text) => `{${text}}`) };
      for (const text of expressionTexts(meant)) this.#found.add(text);
    }
    const absent = [...this.#declared.values()].filter(({ name }) => !this.#found.has(name));
    this.faults.absent.push(...absent);
  }

  /** True if the intended template has all expressions of the path, and otherwise only declared parameters. */
  #knows(path: string, meant: string): boolean {
    const texts = new Set(expressionTexts(meant));
    const written = new Set(expressionTexts(path));
    return (
      [...written].every((text) => texts.has(text)) &&
      [...texts].every((text) => written.has(text) || this.#declared.has(text))
    );
  }

  /** Returns the only declared parameter with this name in another case that is not in the path itself, renamed as in the path. */
  #recased(text: string): Parameter | undefined {
    const lower = text.toLowerCase();
    const [only, ...others] = [...this.#declared.values()].filter(
      ({ name }) => name.toLowerCase() === lower && !this.#names.has(name),
    );
    if (!only || others.length > 0) return undefined;
    this.#found.add(only.name);
    this.faults.recased.push({ text, name: only.name, source: only.source });
    return { ...only, name: text };
  }

  #put(parameter: Parameter): string {
    this.inPath.push(parameter);
    this.#found.add(parameter.name);
    return `{${parameter.name}}`;
  }

  #putExpression(text: string, { name: bare, style, explode }: PathVariable, declared: Parameter): string {
    this.#found.add(bare);
    const isTaken = this.#names.has(bare);
    this.#names.add(bare);
    return this.#put({
      ...declared,
      name: isTaken ? text : bare,
      expression: isTaken ? undefined : text,
      style: declared.style === "simple" ? style : declared.style,
      explode: declared.explode || explode,
    });
  }

  #intoQuery({ name, style, explode }: PathVariable): void {
    if (this.others.some((item) => item.in === "query" && item.name === name)) return;
    const parameter = this.#declared.get(name) ?? undeclared(name, this.faults.source);
    this.others.push({ ...parameter, in: "query", required: false, style, explode });
  }
}

function undeclared(name: string, source: SourceRef): Parameter {
  return textParameter({ name, in: "path", required: true, source });
}
