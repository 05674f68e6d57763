import { type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import type { Api } from "../../../ir/index.js";
import type { BackendPlan, BackendWay } from "../../model.js";
import { HEADERS_HELP, headerSetting } from "../credentials/index.js";

/** Secrets that go with no call, because by the spec another one or none does, each by itself (B44-335). */
export function unsentSecrets(api: Api, way: BackendWay, backend: BackendPlan): Diagnostic[] {
  if (way.via !== "function") return [];
  return Object.entries(way.secrets).flatMap(([name, secret]) => {
    if (Object.hasOwn(backend.credentials, name)) return [];
    const header = headerSetting(name, secret, api) ?? HEADERS_HELP;
    const { why, help } = reason(name, api, backend);
    const message = `The secret for ${name} goes with no call of ${api.name}: ${why}.`;
    const ways = `${help}; or, to send it with every call, give it as a header: ${header}.`;
    return [diagnostic("B44-335", { message, setting: ["via", "function", "secrets", name], help: ways })];
  });
}

function reason(name: string, api: Api, backend: BackendPlan): { why: string; help: string } {
  const leaveOut = "Leave it out of the config";
  const taking = api.operations.filter(({ security }) => security.some((one) => Object.hasOwn(one, name)));
  const sent = new Set(taking.flatMap(({ id }) => backend.operations.get(id)?.credentials ?? []));
  if (sent.size > 0)
    return { why: `by the spec, ${[...sent].join(", ")} will do in its place, and is sent`, help: leaveOut };
  const others = new Set(
    taking.flatMap(({ security }) => security.filter((one) => Object.hasOwn(one, name)).flatMap(Object.keys)),
  );
  others.delete(name);
  if (others.size === 0) return { why: "by the spec, none of the selected operations takes it", help: leaveOut };
  const list = [...others].join(", ");
  return {
    why: `by the spec, it goes together with ${list}, for which no secret is named`,
    help: `Name one for ${list} too, or leave it out of the config`,
  };
}
