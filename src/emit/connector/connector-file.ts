import { formattedJson } from "../../json/index.js";
import { docComment } from "../code/index.js";

/** The content of a connector file. */
interface DeclaredConnector {
  /** The integration type. */
  type: string;
  scopes: readonly string[];
  /** The connector's name in the file's comment. */
  title: string;
}

/** Returns the text of `base44/connectors/TYPE.jsonc`: the connector's type and the given scopes. */
export function connectorFileText({ type, scopes, title }: DeclaredConnector): string {
  const comment = docComment([`${title}: the OAuth scopes that the generated operations need, and no more.`]);
  return `${comment}${formattedJson({ type, scopes: [...scopes] })}\n`;
}
