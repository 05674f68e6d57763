import type { Parameter } from "../../model.js";
import type { BuildContext } from "../context.js";

/**
 * Parameters of which at most one is the whole query string, and none a part of it then (OpenAPI 3.2.0, section 4.12.1, `in`). The
 * others are left out (B44-113): query strings beside query parameters, and all but the first.
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
