import { formattedJson } from "../../json/index.js";
import { docComment } from "../code/index.js";

/** What a connector file says. */
interface DeclaredConnector {
  /** The integration type. */
  type: string;
  scopes: readonly string[];
  /** What its comment calls the connector. */
  title: string;
}

/** The text of `base44/connectors/TYPE.jsonc`: the connector's type and its scopes, as given. */
export function connectorFileText({ type, scopes, title }: DeclaredConnector): string {
  const comment = docComment([`${title}: the OAuth scopes that the generated operations need, and no more.`]);
  return `${comment}${formattedJson({ type, scopes: [...scopes] })}\n`;
}
