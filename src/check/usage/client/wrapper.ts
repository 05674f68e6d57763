import { join } from "node:path";
import { ts } from "ts-morph";
import type { KnownApi, KnownOperation } from "../model.js";
import { withoutExtension } from "../sources/index.js";
import { constantValue, memberAccess, plain } from "../syntax/expressions.js";
import type { UsageFile } from "../usage-file.js";
import { importOf } from "./imports.js";

/** A call of a generated function. */
export interface WrapperCall {
  api: KnownApi;
  operation: KnownOperation;
  /** The `{ pathParams, … }` argument, if there is one. */
  args: ts.Expression | undefined;
}

/**
 * Returns the generated function that a call invokes: imported, bound to a client, or from a factory; undefined for
 * other calls.
 */
export function wrapperCall(call: ts.CallExpression, file: UsageFile): WrapperCall | undefined {
  if (call.arguments.some(ts.isSpreadElement)) return undefined;
  const callee = plain(call.expression);
  if (ts.isIdentifier(callee)) {
    const imported = importOf(callee, file);
    const api = imported && apiOf(imported.specifier, file);
    return api && wrapper({ api, name: imported.name, args: call.arguments[1] });
  }
  const access = memberAccess(callee);
  if (!access) return undefined;
  const object = plain(access.object);
  const imported = ts.isIdentifier(object) ? importOf(object, file) : undefined;
  const api = imported && apiOf(imported.specifier, file);
  if (api && imported.name === "*") return wrapper({ api, name: access.member, args: call.arguments[1] });
  const bound = boundApi(object, file);
  return bound && wrapper({ api: bound, name: access.member, args: call.arguments[0] });
}

/** The API whose generated module a specifier in a file resolves to. */
function apiOf(specifier: string, { file, project }: UsageFile): KnownApi | undefined {
  const leads = (module: string) => project.modules.leadsTo({ file, specifier, module });
  return project.input.known.find(
    (api) => leads(api.module) || (api.sharedModule !== undefined && leads(withoutExtension(api.sharedModule))),
  );
}

/** The API whose functions an object has: one made by its factory, or imported from the index. */
function boundApi(object: ts.Expression, file: UsageFile): KnownApi | undefined {
  if (ts.isCallExpression(object)) {
    const callee = plain(object.expression);
    const imported = ts.isIdentifier(callee) ? importOf(callee, file) : undefined;
    return imported && indexed(imported.specifier, file).find((api) => api.factory === imported.name);
  }
  if (!ts.isIdentifier(object)) return undefined;
  const imported = importOf(object, file);
  if (imported) return indexed(imported.specifier, file).find((api) => api.object === imported.name);
  const value = constantValue(object, file.scopes);
  return value && ts.isCallExpression(value) ? boundApi(value, file) : undefined;
}

/** The APIs that an import from a specifier may concern: one for its own module, all for the index. */
function indexed(specifier: string, file: UsageFile): readonly KnownApi[] {
  const { input, modules } = file.project;
  const module = join(input.output, "index");
  if (modules.leadsTo({ file: file.file, specifier, module })) return input.known;
  const api = apiOf(specifier, file);
  return api ? [api] : [];
}

function wrapper({ api, name, args }: { api: KnownApi; name: string; args: ts.Expression | undefined }) {
  const operation = api.operations.find((one) => one.name === name);
  return operation && { api, operation, args };
}
