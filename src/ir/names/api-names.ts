import { RESERVED_FILE_NAMES, RESERVED_FUNCTION_NAMES } from "./reserved.js";
import { camelCase, pascalCase, words } from "./words.js";

/** The identifiers and the file name that an API's own name gives: `my-crm` is `MyCrm`, `myCrm` and `my-crm`. */
export function apiNames(name: string): { typeName: string; objectName: string; fileName: string } {
  const pascal = pascalCase(words(name)) || "Api";
  const typeName = /^\d/.test(pascal) ? `Api${pascal}` : pascal;
  return { typeName, objectName: objectName(typeName), fileName: apiFileName(name) };
}

/** The base of the names of an API's files: its own, unless that is taken by another file. */
export function apiFileName(name: string): string {
  return RESERVED_FILE_NAMES.has(name.toLowerCase()) ? `${name}-api` : name;
}

/** The bound object must not be called as the factory of another API may be: `create-crm` is no `createCrm`. */
function objectName(typeName: string): string {
  const camel = camelCase(words(typeName));
  if (RESERVED_FUNCTION_NAMES.has(camel)) return `${camel}Api`;
  return /^create[A-Z0-9]/.test(camel) ? `${camel}_` : camel;
}

/** `createMyCrm`; with another ending where an operation of the document is called that. */
export function factoryName(typeName: string, functionNames: ReadonlySet<string>): string {
  const wishes = [`create${typeName}`, `create${typeName}Client`, `create${typeName}Functions`];
  return wishes.find((wish) => !functionNames.has(wish)) ?? `create${typeName}_`;
}
