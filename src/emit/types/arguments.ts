import { getOrInsert } from "../../collections/index.js";
import { ARGUMENT_GROUPS, type Operation, type Parameter } from "../../ir/index.js";
import type { JsonObject } from "../../json/index.js";
import { payloadType } from "./content.js";
import type { TypeEngine } from "./engine.js";
import { beyondName, documentationOf } from "./prepare/index.js";
import { orInherited } from "./syntax/inherited.js";
import type { PropertySignatureNode, TypeLiteralNode } from "./syntax/node.js";

/** Whether an operation's function takes arguments, and whether callers may omit them. */
interface ArgumentShape {
  hasArguments: boolean;
  isOptional: boolean;
}

/** Returns the shape of an operation's arguments, which a call of its function depends on, without making any type. */
export function argumentShape(operation: Operation): ArgumentShape {
  const { parameters, requestBody } = operation;
  return {
    hasArguments: parameters.length > 0 || requestBody !== undefined,
    isOptional: !parameters.some((item) => item.required) && requestBody?.required !== true,
  };
}

/** Makes the types of operations' arguments. */
export class ArgumentTypes {
  readonly #engine: TypeEngine;
  /** The properties of parameters that several operations share; each is made once. */
  readonly #properties = new WeakMap<Parameter, PropertySignatureNode>();

  constructor(engine: TypeEngine) {
    this.#engine = engine;
  }

  /** Returns an object type with the parameter groups and the `payload` that an operation has. */
  typeOf({ parameters, requestBody }: Operation): TypeLiteralNode {
    const members: PropertySignatureNode[] = [];
    for (const { key, locations } of ARGUMENT_GROUPS) {
      const group = parameters.filter((item) => locations.some((location) => location === item.in));
      if (group.length === 0) continue;
      members.push({
        kind: "PropertySignature",
        name: { kind: "Identifier", text: key },
        optional: !group.some((item) => item.required),
        type: { kind: "TypeLiteral", members: group.map((item) => this.#property(item)) },
      });
    }
    if (requestBody) {
      members.push({
        kind: "PropertySignature",
        name: { kind: "Identifier", text: "payload" },
        optional: !requestBody.required,
        type: payloadType(requestBody.content, this.#engine),
        doc: requestBody.description ? [requestBody.description] : undefined,
      });
    }
    return { kind: "TypeLiteral", members };
  }

  #property(parameter: Parameter): PropertySignatureNode {
    return getOrInsert(this.#properties, parameter, () => {
      const doc = parameterDoc(parameter);
      return orInherited({
        kind: "PropertySignature",
        name: { kind: "StringLiteral", text: parameter.name },
        optional: !parameter.required,
        type: this.#engine.typeOf(parameter.schema, "request"),
        doc: doc.length > 0 ? doc : undefined,
      });
    });
  }
}

/** Returns the parts of a parameter's comment. What the parameter says takes precedence over what its schema says. */
function parameterDoc({ name, description, deprecated, example, schema }: Parameter): readonly string[] {
  const said: JsonObject = typeof schema === "boolean" ? {} : { ...schema };
  if (description?.trim()) said.description = description.trim();
  if (deprecated) said.deprecated = true;
  if (example !== undefined) said.example = example;
  return beyondName(documentationOf(said), name);
}
