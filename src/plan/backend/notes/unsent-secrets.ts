import { type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import type { Api } from "../../../ir/index.js";
import type { BackendPlan, BackendWay } from "../../model.js";
import { HEADERS_HELP, headerSetting } from "../credentials/index.js";

/** Reports each secret that no call sends, because the spec requires another one or none (B44-335). */
export function unsentSecrets(api: Api, way: BackendWay, backend: BackendPlan): Diagnostic[] {
  if (way.via !== "function") return [];
  return Object.entries(way.secrets).flatMap(([name, secret]) => {
    if (Object.hasOwn(backend.credentials, name)) return [];
    const header = headerSetting(name, secret, api) ?? HEADERS_HELP;
    const { why, help } = reason(name, api, backend);
    const message = `No call of ${api.name} sends the secret for ${name}: ${why}.`;
    const ways = `${help}; or, to send it with every call, set it as a header: ${header}.`;
    return [diagnostic("B44-335", { message, setting: ["via", "function", "secrets", name], help: ways })];
  });
}

function reason(name: string, api: Api, backend: BackendPlan): { why: string; help: string } {
  const leaveOut = "Remove it from the config";
  const taking = api.operations.filter(({ security }) => security.some((one) => Object.hasOwn(one, name)));
  const sent = new Set(taking.flatMap(({ id }) => backend.operations.get(id)?.credentials ?? []));
  if (sent.size > 0)
    return { why: `according to the spec, ${[...sent].join(", ")} is enough, and is sent`, help: leaveOut };
  const others = new Set(
    taking.flatMap(({ security }) => security.filter((one) => Object.hasOwn(one, name)).flatMap(Object.keys)),
  );
  others.delete(name);
  if (others.size === 0)
    return { why: "according to the spec, none of the selected operations uses it", help: leaveOut };
  const list = [...others].join(", ");
  return {
    why: `according to the spec, it is used together with ${list}, for which the config has no secret`,
    help: `Add one for ${list}, or remove it from the config`,
  };
}
