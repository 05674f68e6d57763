import type { Parameter } from "../../model.js";
import type { BuildContext } from "../context.js";

/**
 * Removes surplus parameters for the whole query string: all of them beside query parameters, else all but the first (OpenAPI 3.2.0,
 * section 4.12.1, `in`). They are reported (B44-113).
 */
export function withOneQuery(context: BuildContext, parameters: readonly Parameter[]): Parameter[] {
  const hasParts = parameters.some(({ in: place }) => place === "query");
  const [first, ...others] = parameters.filter(({ in: place }) => place === "querystring");
  const surplus = first && hasParts ? [first, ...others] : others;
  for (const { name, source } of surplus) {
    const why = hasParts ? "the operation also has query parameters" : `${JSON.stringify(first?.name)} already does`;
    const message = `The parameter ${JSON.stringify(name)} stands for the whole query string, but ${why}; it is ignored.`;
    context.report(
      "B44-113",
      message,
      source,
      "Declare the whole query string as one parameter, or its parts as `in: query`.",
    );
  }
  return parameters.filter((parameter) => !surplus.includes(parameter));
}
