import Handlebars from "handlebars/runtime.js";
import type { Json } from "../../json/index.js";
import { docComment } from "./comment.js";
import { identifier } from "./identifier.js";
import { literal, literalBlock } from "./literal.js";
import { moduleSpecifier } from "./module-specifier.js";
import { propertyKey } from "./property-key.js";
import { stringLiteral } from "./string-literal.js";
import { TypeCode } from "./type.js";

/** The parts of a doc comment, and the indentation of its place in the template. */
export interface Doc {
  parts: readonly string[];
  indent?: number;
}

const engine = Handlebars.create();

/**
 * The helpers with which templates print, and nothing else can: scripts/templates.mjs rejects every other mustache when
 * it precompiles templates. Each helper takes one value and checks it.
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
 * Returns the render function of a precompiled template. Called by the modules that the build makes from
 * `templates/*.hbs`.
 * @param specification Handlebars' precompiled output; `object` because its own type is global and missing in projects
 * that use b44-gen
 */
export function template(specification: object): (data: object) => string {
  const render = engine.template(specification as TemplateSpecification);
  return (data) => render(data);
}
