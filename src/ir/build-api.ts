import { getOrInsert } from "../collections/index.js";
import type { Diagnostic } from "../diagnostics/index.js";
import { objectMember, stringMember } from "../json/index.js";
import { type NamedObjects, namedObjects } from "../spec/component-sections.js";
import type { LockedSpecHeader } from "../spec/locked/index.js";
import type { LoadedSpec, UpgradedSpec } from "../spec/model.js";
import type { OperationEntry, SelectedOperation } from "../spec/select/index.js";
import { BuildContext } from "./build/context.js";
import { buildOperation } from "./build/operation.js";
import { buildSchemas } from "./build/schema.js";
import { buildSecurity, buildSecuritySchemes, declaresTokens } from "./build/security.js";
import { buildServers } from "./build/server.js";
import type { Api, SecurityRequirement } from "./model.js";
import { apiNames, documentNames, factoryName, withLockedNames } from "./names/index.js";

/** The input of {@link buildApi}. */
export interface BuildInput {
  /** The API's name in the config. */
  name: string;
  spec: LoadedSpec;
  /** All operations of the document, over which names are settled. */
  entries: readonly OperationEntry[];
  selected: readonly SelectedOperation[];
  upgraded: UpgradedSpec;
  /** The header of a locked spec, which describes the whole document that it is a copy of. */
  locked?: LockedSpecHeader | undefined;
}

/** Builds the intermediate representation of an API. Reports an operation that cannot be used, and omits it. */
export function buildApi(input: BuildInput): { api: Api; diagnostics: Diagnostic[] } {
  const { spec, upgraded, locked } = input;
  const own = namedObjects(spec, "schemas");
  const context = new BuildContext(upgraded, spec.document.display, own);
  const settled = documentNames({ operations: input.entries, ...schemaKeys(own, upgraded) });
  const names = locked ? withLockedNames(settled, locked.names) : settled;
  const operations = input.selected.flatMap((selected) => {
    const operation = buildOperation(context, selected, names);
    return operation ? [operation] : [];
  });
  const info = objectMember(upgraded.root, "info") ?? {};
  const title = stringMember(info, "title");
  const ofApi = apiNames(input.name);
  const api: Api = {
    name: input.name,
    ...ofApi,
    factoryName: locked?.names.factory ?? factoryName(ofApi.typeName, new Set(names.functions.values())),
    spec: spec.document.display,
    address: locked?.origin.url ?? spec.document.uri,
    title: title?.trim() ? title : undefined,
    description: stringMember(info, "description"),
    servers: buildServers(context, upgraded.root, context.documentSource("")),
    securitySchemes: buildSecuritySchemes(context),
    operations,
    documentSecurity:
      locked?.security ?? countedSecurity(input.entries.map(({ operation }) => buildSecurity(spec.root, operation))),
    declaresTokens: locked?.tokens ?? declaresTokens(spec),
    schemas: buildSchemas(context, names.schemas),
  };
  return {
    api,
    diagnostics: [
      ...context.diagnostics,
      ...context.pathDiagnostics(),
      ...context.schemaFaults.diagnostics(),
      ...context.surplusContent.diagnostics(),
    ],
  };
}

/** Returns the distinct combinations of requirements, each with the number of operations that have it. */
function countedSecurity(all: readonly SecurityRequirement[][]): Api["documentSecurity"] {
  const byText = new Map<string, Api["documentSecurity"][number]>();
  for (const [requirements, operations] of counted(all)) {
    const entry = getOrInsert(byText, JSON.stringify(requirements), () => ({ requirements, operations: 0 }));
    entry.operations += operations;
  }
  return [...byText.values()];
}

/** Returns how often each value occurs. */
function counted<Value>(values: Iterable<Value>): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Returns the keys of all schemas of the document itself, in its order, and of those that bundling moved in. */
function schemaKeys(own: NamedObjects, upgraded: UpgradedSpec): { schemas: string[]; movedSchemas: string[] } {
  const schemas = Object.keys(own.objects);
  const known = new Set(schemas);
  const bundled = objectMember(objectMember(upgraded.root, "components") ?? {}, "schemas");
  return { schemas, movedSchemas: Object.keys(bundled ?? {}).filter((key) => !known.has(key)) };
}
