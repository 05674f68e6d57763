import moduleDeclarationTemplate from "../../../templates/module/module.d.ts.hbs";
import moduleJavaScriptTemplate from "../../../templates/module/module.js.hbs";
import moduleTypeScriptTemplate from "../../../templates/module/module.ts.hbs";
import typesOnlyTemplate from "../../../templates/module/types-only.ts.hbs";
import type { Api, Operation } from "../../ir/index.js";
import type { BackendPlan } from "../../plan/index.js";
import { moduleFiles } from "../module-files.js";
import type { OutputFile } from "../output.js";
import { argumentShape } from "../types/index.js";
import { type Callee, calleeOf, type Reach, reachRuntime } from "./callee.js";
import { type ConnectFunctions, connectFunctions } from "./connect.js";
import { operationDoc } from "./documentation.js";
import { ENCODED, type OperationEncoder } from "./encoders.js";

/** How the module of an API is written. */
export interface ModuleOptions {
  language: "ts" | "js";
  /**
   * `throw` makes the functions answer the data itself, and reject with an `ApiError` where the API answers a failure.
   */
  errors: "result" | "throw";
  reach: Reach;
  /** How calls are made from a backend function, for the ways that go through one. */
  backend: BackendPlan | undefined;
  /** How the module imports others of its folder: `.js` as bundlers have it, `.ts` as functions must write it. */
  importExtension?: "js" | "ts";
  /** Files with declarations that are to be seen wherever the module is. */
  references?: string[];
}

/**
 * Emits an API's own module: one function per operation, and the factory that binds them. Where there are no operations,
 * it hands on the types alone.
 */
export function emitModule(api: Api, options: ModuleOptions): OutputFile[] {
  if (api.operations.length === 0) return typesOnly(api, options);
  const operations = api.operations.map((operation) => operationModel(operation, api, options));
  const throws = options.errors === "throw";
  const { importExtension: extension = "js" } = options;
  const connect = connectFunctions(api, options);
  const model = {
    throws,
    ...runtimeImports({ operations, options, hasConnect: connect !== null, extension }),
    typesModule: typesModule(api, options),
    definitionModule: options.reach.by === "direct" ? `./${api.fileName}.api.ts` : null,
    references: options.references ?? [],
    operations,
    connect,
    ownModule: `./${api.fileName}.${extension}`,
    otherExports: otherExports(api, connect),
    factoryName: api.factoryName,
    factoryDoc: { parts: [`All operations of \`${api.name}\`, bound to a client.`] },
  };
  return moduleFiles({ path: api.fileName, language: options.language, api: api.name }, (language) =>
    TEMPLATES[language](model),
  );
}

const TEMPLATES = { ts: moduleTypeScriptTemplate, js: moduleJavaScriptTemplate, dts: moduleDeclarationTemplate };

function typesOnly(api: Api, options: ModuleOptions): OutputFile[] {
  return moduleFiles({ path: api.fileName, language: options.language, api: api.name }, (language) =>
    typesOnlyTemplate({ typesModule: language === "js" ? null : typesModule(api, options) }),
  );
}

function typesModule({ fileName }: Api, { importExtension = "js" }: ModuleOptions): string {
  return importExtension === "ts" ? `./${fileName}.types.d.ts` : `./${fileName}.types.js`;
}

interface OperationModel {
  callee: Callee;
  name: string;
}

function operationModel(operation: Operation, api: Api, { errors, reach, backend }: ModuleOptions) {
  const callee = calleeOf(operation, { api, reach, planned: backend?.operations.get(operation.id) });
  return {
    id: operation.id,
    name: operation.name,
    callee,
    argumentsName: operation.argumentsTypeName,
    resultName: operation.resultTypeName,
    doc: { parts: operationDoc(operation, { api, reach, throws: errors === "throw" }) },
    ...argumentShape(operation),
    encoders: encoderArguments(callee.encoders),
  };
}

/**
 * The encoders of a call in the order in which the runtime takes them, with null for one that is left out before
 * others.
 */
function encoderArguments(encoders: readonly OperationEncoder[]) {
  const found = ENCODED.map((argument) => encoders.find((item) => item.argument === argument));
  const last = found.findLastIndex((item) => item !== undefined);
  return found.slice(0, last + 1).map((item) => item ?? { encoder: null });
}

/** What a module exports besides operations. */
function otherExports({ factoryName }: Api, connect: ConnectFunctions | null): string[] {
  const ofConnect = connect ? ["isNotConnected", connect.connectName, connect.disconnectName] : [];
  return ["ApiError", "isApiError", "unwrap", ...ofConnect, factoryName];
}

/** What the module imports of the runtime: from `b44.runtime`, and from the module of its way where that is another. */
function runtimeImports(input: {
  operations: OperationModel[];
  options: ModuleOptions;
  hasConnect: boolean;
  extension: string;
}) {
  const { operations, options, hasConnect, extension } = input;
  const runtime = reachRuntime(options.reach);
  const isOwn = runtime.module === "b44.runtime";
  const callees = operations.map(({ callee }) => callee);
  const general = ["bindAll", ...encoderNames(callees), ...(options.errors === "throw" ? ["unwrap"] : [])];
  const ofReach = [...callees.map(({ name }) => name), ...(hasConnect ? ["isNotConnected"] : [])];
  const sorted = (names: string[]) => [...new Set(names)].sort();
  return {
    runtimeModule: `./b44.runtime.${extension}`,
    reachModule: isOwn ? null : `./${runtime.module}.${extension}`,
    clientType: runtime.client,
    clientOfRuntime: isOwn,
    imports: sorted(isOwn ? [...general, ...ofReach] : general),
    reachImports: isOwn ? [] : sorted(ofReach),
  };
}

function encoderNames(callees: readonly Callee[]): string[] {
  return callees.flatMap(({ encoders }) => encoders.map(({ encoder }) => encoder));
}
