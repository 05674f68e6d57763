import { type Code, catalogue } from "./catalogue/index.js";

/**
 * Returns the catalogue's help for a code, with the API's name in its commands (`b44-gen update API`). If it is
 * undefined, the commands are for all APIs.
 */
export function helpForApi(code: Code, api: string | undefined): string {
  return catalogue[code].help.replace(/(`b44-gen \w+) API`/g, (_, command: string) =>
    api === undefined ? `${command}\`` : `${command} ${api}\``,
  );
}
