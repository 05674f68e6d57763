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

/** The options of {@link emitModule}. */
export interface ModuleOptions {
  language: "ts" | "js";
  /**
   * With `throw`, the functions resolve to the data itself, and reject with an `ApiError` if the API returns an error
   * status.
   */
  errors: "result" | "throw";
  reach: Reach;
  /** How a backend function makes the calls, if they go through one. */
  backend: BackendPlan | undefined;
  /**
   * The extension in imports of other modules in the same folder: `.js` for bundlers, `.ts` for functions, which must
   * write it.
   */
  importExtension?: "js" | "ts";
  /** Declaration files that must be visible wherever the module is. */
  references?: string[];
}

/**
 * Emits an API's own module: one function per operation, and the factory that binds them. An API without operations
 * gets a module that only re-exports its types.
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
 * Returns the encoders of a call in the order in which the runtime takes them, with null for an omitted one before
 * others.
 */
function encoderArguments(encoders: readonly OperationEncoder[]) {
  const found = ENCODED.map((argument) => encoders.find((item) => item.argument === argument));
  const last = found.findLastIndex((item) => item !== undefined);
  return found.slice(0, last + 1).map((item) => item ?? { encoder: null });
}

/** Returns the names of a module's exports besides operations. */
function otherExports({ factoryName }: Api, connect: ConnectFunctions | null): string[] {
  const ofConnect = connect ? ["isNotConnected", connect.connectName, connect.disconnectName] : [];
  return ["ApiError", "isApiError", "unwrap", ...ofConnect, factoryName];
}

/**
 * Returns the module's imports from the runtime: from `b44.runtime`, and from the runtime module of its reach if that
 * is another one.
 */
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
