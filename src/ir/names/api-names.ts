import { RESERVED_FILE_NAMES, RESERVED_FUNCTION_NAMES } from "./reserved.js";
import { camelCase, pascalCase, words } from "./words.js";

/** The identifiers and the file name that an API's own name gives: `my-crm` is `MyCrm`, `myCrm` and `my-crm`. */
export function apiNames(name: string): { typeName: string; objectName: string; fileName: string } {
  const parts = words(name);
  const pascal = pascalCase(parts) || "Api";
  const typeName = /^\d/.test(pascal) ? `Api${pascal}` : pascal;
  const camel = camelCase(words(typeName));
  const objectName = RESERVED_FUNCTION_NAMES.has(camel) ? `${camel}Api` : camel;
  const fileName = RESERVED_FILE_NAMES.has(name.toLowerCase()) ? `${name}-api` : name;
  return { typeName, objectName, fileName };
}
