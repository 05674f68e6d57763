import type { ts } from "ts-morph";
import { connectorEntry, isKnownType, isRecordId, suggestType } from "../../../connectors/index.js";
import type { ClientPart } from "../client/index.js";
import { literalText } from "../syntax/expressions.js";
import type { UsageFile } from "../usage-file.js";

const TAKE_ID = new Set([
  "connectAppUser",
  "disconnectAppUser",
  "getCurrentAppUserAccessToken",
  "getCurrentAppUserConnection",
  "getWorkspaceConnection",
]);
const TAKE_TYPE = new Set(["callApi", "getAccessToken", "getConnection"]);

/** Checks a call of a method of the connectors module: its arguments, and where it is made. */
export function checkConnectorCall(
  { call, part }: { call: ts.CallExpression; part: ClientPart },
  file: UsageFile,
): void {
  const method = part.path.at(-1) ?? "";
  if (part.path[0] === "asServiceRole" && part.origin === "app" && !file.isBackend) {
    file.findings.report({
      code: "B44-820",
      node: call,
      message: `\`connectors.${method}\` fails in the browser: the app's own client has no service role.`,
      help: "Move the call to a backend function, and call that function with base44.functions.invoke(name, data).",
    });
  }
  const [first, second] = call.arguments;
  if (method === "getCurrentAppUserConnection" && second) {
    file.findings.report({
      code: "B44-813",
      node: second,
      message: "getCurrentAppUserConnection takes only the connector's ID and ignores this argument.",
      help: "Remove it. The connection is always that of the user who sent the request.",
    });
  }
  const value = first && literalText(first, file.scopes);
  if (!first || value === undefined) return;
  if (TAKE_ID.has(method)) checkId({ node: first, value, method }, file);
  if (TAKE_TYPE.has(method)) checkType({ node: first, value, method }, file);
}

interface Argument {
  node: ts.Node;
  value: string;
  method: string;
}

function checkId({ node, value, method }: Argument, file: UsageFile): void {
  const type = isKnownType(value) || file.project.input.connectors?.includes(value) ? value : suggestedType(value);
  if (type === undefined) return;
  const isForToken = method.startsWith("get");
  file.findings.report({
    code: "B44-810",
    node,
    message: `\`${method}\` takes the ID of a connector, but "${value}" is the name of a service.`,
    help: `Pass the ID of the connector that the workspace registered${isForToken ? `, or use getConnection("${type}") for the app builder's account` : ""}.`,
  });
}

/** The connector type that a string is another spelling of, unless it is an ID: `Google Calendar`. */
function suggestedType(value: string): string | undefined {
  return isRecordId(value) || /\d/.test(value) ? undefined : suggestType(value);
}

function checkType({ node, value, method }: Argument, file: UsageFile): void {
  const { connectors } = file.project.input;
  if (connectors?.includes(value)) return;
  if (isRecordId(value)) {
    file.findings.report({
      code: "B44-811",
      node,
      message: `\`${method}\` takes an integration type, but "${value}" is the ID of a connector.`,
      help: "Use getWorkspaceConnection for a workspace connector, or getCurrentAppUserConnection for the user's own account.",
    });
    return;
  }
  const kind = connectorEntry(value)?.kind ?? "oauth";
  if (!connectors || !file.isBackend || kind !== "oauth" || method === "callApi") return;
  const meant = isKnownType(value) ? undefined : suggestType(value);
  file.findings.report({
    code: "B44-814",
    node,
    message: `The connector "${value}" has no connector file, so the next deploy disconnects it.`,
    help: meant
      ? `Did you mean "${meant}"?`
      : `Run \`base44 connectors pull\`, or add a file ${value}.jsonc with { "type": "${value}", "scopes": [] } to the connectors folder.`,
  });
}
