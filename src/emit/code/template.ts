import Handlebars from "handlebars/runtime.js";
import type { Json } from "../../json/index.js";
import { docComment } from "./comment.js";
import { identifier } from "./identifier.js";
import { literal, literalBlock } from "./literal.js";
import { moduleSpecifier } from "./module-specifier.js";
import { propertyKey } from "./property-key.js";
import { stringLiteral } from "./string-literal.js";
import { TypeCode } from "./type.js";

/** Doc comment parts with the indentation that the place in the template needs. */
export interface Doc {
  parts: readonly string[];
  indent?: number;
}

const engine = Handlebars.create();

/**
 * What a template can print, and nothing else: scripts/templates.mjs refuses every other mustache when templates are
 * precompiled. Each helper takes one value and checks it.
 */
engine.registerHelper({
  identifier: (name: string) => identifier(name),
  string: (value: string) => stringLiteral(value),
  key: (name: string) => propertyKey(name, "object"),
  literal: (value: Json) => literal(value),
  block: (value: Json) => literalBlock(value),
  module: (specifier: string) => moduleSpecifier(specifier),
  doc: (doc: Doc) => docComment(doc.parts, doc.indent),
  type: (type: TypeCode) => {
    if (!(type instanceof TypeCode)) throw new Error("a template printed a type that the type printer did not make");
    return type.text;
  },
});

/**
 * Makes a render function of a precompiled template. Used by the modules that the build makes of `templates/*.hbs`.
 * @param specification what Handlebars precompiled; its own type is a global one, which who uses b44-gen does not have
 */
export function template(specification: object): (data: object) => string {
  const render = engine.template(specification as TemplateSpecification);
  return (data) => render(data);
}
