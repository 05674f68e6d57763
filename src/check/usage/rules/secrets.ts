import { ts } from "ts-morph";
import { importOf } from "../client/index.js";
import { memberAccess, plain, runsOnLoad } from "../syntax/expressions.js";
import type { UsageFile } from "../usage-file.js";

/** Environment variables that are not secrets of the app. */
const NO_SECRET = /^(?:NODE_ENV|DENO_.*|BASE44_.*|TZ|LANG|HOME|PATH)$/;

/** Reports a secret that is read while the module loads. For files of functions. */
export function checkSecret(node: ts.Node, file: UsageFile): void {
  const name = ts.isCallExpression(node) ? secretOfCall(node, file) : secretOfEnvironment(node, file);
  if (name === undefined || NO_SECRET.test(name) || !runsOnLoad(node)) return;
  file.findings.report({
    code: "B44-821",
    node,
    message: `The secret "${name}" is read when the module loads.`,
    help: "Read it inside the handler: secrets may not be set before.",
  });
}

/** The name in `secrets.get("NAME")` of `base44:runtime`, and in `Deno.env.get("NAME")`. */
function secretOfCall(call: ts.CallExpression, file: UsageFile): string | undefined {
  const [name] = call.arguments;
  const access = memberAccess(plain(call.expression));
  if (access?.member !== "get" || !name || !ts.isStringLiteralLike(name)) return undefined;
  const object = plain(access.object);
  if (ts.isIdentifier(object)) {
    const imported = importOf(object, file);
    return imported?.specifier === "base44:runtime" && imported.name === "secrets" ? name.text : undefined;
  }
  return isGlobalMember({ node: object, object: "Deno", member: "env" }, file) ? name.text : undefined;
}

/** The name in `process.env.NAME`. */
function secretOfEnvironment(node: ts.Node, file: UsageFile): string | undefined {
  const access = memberAccess(node);
  if (!access || !isGlobalMember({ node: access.object, object: "process", member: "env" }, file)) return undefined;
  return access.member;
}

function isGlobalMember({ node, object, member }: { node: ts.Node; object: string; member: string }, file: UsageFile) {
  const access = memberAccess(node);
  if (access?.member !== member || !ts.isIdentifier(access.object) || access.object.text !== object) return false;
  return file.scopes.isGlobal(access.object);
}
