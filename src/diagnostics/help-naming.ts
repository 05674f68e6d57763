import { type Code, catalogue } from "./catalogue/index.js";

/**
 * The catalogue's help for a code, with its commands as they are to be run: `b44-gen update API` names the API. Where
 * that is undefined the commands are for all APIs.
 */
export function helpNaming(code: Code, api: string | undefined): string {
  return catalogue[code].help.replace(/(`b44-gen \w+) API`/g, (_, command: string) =>
    api === undefined ? `${command}\`` : `${command} ${api}\``,
  );
}
