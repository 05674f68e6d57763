import { RESERVED_FILE_NAMES, RESERVED_FUNCTION_NAMES } from "./reserved.js";
import { camelCase, pascalCase, words } from "./words.js";

/** Returns the identifiers and the file name for an API's name: `my-crm` gives `MyCrm`, `myCrm` and `my-crm`. */
export function apiNames(name: string): { typeName: string; objectName: string; fileName: string } {
  const pascal = pascalCase(words(name)) || "Api";
  const typeName = /^\d/.test(pascal) ? `Api${pascal}` : pascal;
  return { typeName, objectName: objectName(typeName), fileName: apiFileName(name) };
}

/** Returns the base of an API's file names: its name, unless that is reserved. */
export function apiFileName(name: string): string {
  return RESERVED_FILE_NAMES.has(name.toLowerCase()) ? `${name}-api` : name;
}

/**
 * Returns the name of the bound object. It must not be the name of another API's factory: `create-crm` is not
 * `createCrm`.
 */
function objectName(typeName: string): string {
  const camel = camelCase(words(typeName));
  if (RESERVED_FUNCTION_NAMES.has(camel)) return `${camel}Api`;
  return /^create[A-Z0-9]/.test(camel) ? `${camel}_` : camel;
}

/** Returns the name of the factory: `createMyCrm`, or with a suffix if an operation of the document has that name. */
export function factoryName(typeName: string, functionNames: ReadonlySet<string>): string {
  const wishes = [`create${typeName}`, `create${typeName}Client`, `create${typeName}Functions`];
  return wishes.find((wish) => !functionNames.has(wish)) ?? `create${typeName}_`;
}
