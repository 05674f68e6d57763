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
    const why = hasParts
      ? "the operation has parameters of its query too"
      : `${JSON.stringify(first?.name)} already is`;
    const message = `The parameter ${JSON.stringify(name)} would be all of the query string, but ${why}; it is left out.`;
    context.report(
      "B44-113",
      message,
      source,
      "Declare all of the query as one parameter, or its parts as `in: query`.",
    );
  }
  return parameters.filter((parameter) => !surplus.includes(parameter));
}
