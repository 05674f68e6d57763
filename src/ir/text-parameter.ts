import type { Parameter } from "./model.js";

/** A parameter of which nothing is declared but what is given: a text, of the style `simple`. */
export function textParameter(given: Pick<Parameter, "name" | "in" | "required" | "source">): Parameter {
  return {
    ...given,
    expression: undefined,
    deprecated: false,
    description: undefined,
    style: "simple",
    explode: false,
    allowReserved: false,
    contentType: undefined,
    isJson: false,
    encoding: undefined,
    schema: { type: "string" },
    example: undefined,
    fixedValue: undefined,
  };
}
