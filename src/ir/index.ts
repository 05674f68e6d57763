import type { Diagnostic } from "../diagnostics/index.js";
import { objectMember, stringMember } from "../spec/json.js";
import type { LoadedSpec, UpgradedSpec } from "../spec/model.js";
import type { OperationEntry, SelectedOperation } from "../spec/select/index.js";
import { BuildContext } from "./build/context.js";
import { buildOperation } from "./build/operation.js";
import { buildSchemas } from "./build/schema.js";
import { buildSecuritySchemes } from "./build/security.js";
import { buildServers } from "./build/server.js";
import type { Api, Operation } from "./model.js";
import { apiNames, operationNames, operationTypeNames, schemaNames } from "./names/index.js";

export { refPointer } from "./build/context.js";
export type * from "./model.js";

export interface BuildInput {
  /** The API's name in the config. */
  name: string;
  spec: LoadedSpec;
  /** Every operation of the document: names are settled over all of them. */
  entries: readonly OperationEntry[];
  selected: readonly SelectedOperation[];
  upgraded: UpgradedSpec;
}

/** Builds the intermediate representation of an API. An operation that is broken beyond use is reported and left out. */
export function buildApi(input: BuildInput): { api: Api; diagnostics: Diagnostic[] } {
  const { spec, upgraded } = input;
  const context = new BuildContext(upgraded, spec.document.display);
  const functions = operationNames(input.entries);
  const schemas = schemaNames(schemaKeys(spec, upgraded), () => false);
  const schemaTypeNames = new Set([...schemas.values()].flatMap(({ name, requestName }) => [name, requestName]));
  const types = operationTypeNames(functions, (name) => schemaTypeNames.has(name));

  const operations = input.selected
    .map((selected) => {
      const { argumentsTypeName = "", resultTypeName = "" } = types.get(selected.entry.id) ?? {};
      const name = functions.get(selected.entry.id) ?? "";
      return buildOperation(context, selected, { name, argumentsTypeName, resultTypeName });
    })
    .filter((operation): operation is Operation => operation !== undefined);

  const info = objectMember(upgraded.root, "info") ?? {};
  const names = apiNames(input.name);
  const api: Api = {
    name: input.name,
    ...names,
    factoryName: factoryName(names.typeName, new Set(functions.values())),
    spec: spec.document.display,
    title: stringMember(info, "title"),
    description: stringMember(info, "description"),
    servers: buildServers(upgraded.root),
    securitySchemes: buildSecuritySchemes(context),
    operations,
    schemas: buildSchemas(context, schemas),
  };
  return { api, diagnostics: context.diagnostics };
}

/** `createMyCrm`; another ending where an operation of the document is called that. */
function factoryName(typeName: string, functions: ReadonlySet<string>): string {
  const wishes = [`create${typeName}`, `create${typeName}Client`, `create${typeName}Functions`];
  return wishes.find((wish) => !functions.has(wish)) ?? `create${typeName}_`;
}

/** The keys of the whole document's schemas, in its order, and of those that bundling moved in. */
function schemaKeys(spec: LoadedSpec, upgraded: UpgradedSpec): string[] {
  const own =
    spec.family === "2.0"
      ? objectMember(spec.root, "definitions")
      : objectMember(objectMember(spec.root, "components") ?? {}, "schemas");
  const bundled = objectMember(objectMember(upgraded.root, "components") ?? {}, "schemas");
  return [...new Set([...Object.keys(own ?? {}), ...Object.keys(bundled ?? {})])];
}
