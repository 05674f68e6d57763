/**
 * Returns the name of the function through which an API is called, which is also its folder's name: the API's name in
 * kebab case. `my-crm`, `my_crm` and `myCrm` all give `my-crm`, `myCRMApi` gives `my-crm-api`.
 * @param apiName a valid name of an API, which begins with a letter or digit
 */
export function functionFolderName(apiName: string): string {
  return apiName
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .replace(/[-_]+/g, "-")
    .replace(/-$/, "")
    .toLowerCase();
}
