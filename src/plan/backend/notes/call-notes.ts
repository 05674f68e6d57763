import type { Diagnostic } from "../../../diagnostics/index.js";
import type { Api } from "../../../ir/index.js";
import { mediaTypeHeaderNotes } from "../../media-type-headers.js";
import type { BackendPlan, BackendWay } from "../../model.js";
import { unsendableNotes } from "../../unsendable.js";
import { unsentBodies } from "../../unsent-bodies.js";
import { unsentForms } from "../../unsent-forms.js";
import type { PlannedCall } from "../operation/index.js";
import { authorizationNotes } from "./authorization.js";
import { bareAuthorization } from "./bare-authorization.js";
import { plainHttpNotes } from "./plain-http.js";
import { serverNotes } from "./server-notes.js";
import { unsentSecrets } from "./unsent-secrets.js";
import { untakenStreams } from "./untaken-streams.js";
import { withoutCredentials } from "./without-credentials.js";

/** The calls that a function carries, and how it makes them. */
interface CarriedCalls {
  api: Api;
  way: BackendWay;
  backend: BackendPlan;
  carried: readonly PlannedCall[];
}

/**
 * Reports on the calls that a function carries: what they omit of the spec, how they are authorised, and where they go.
 */
export function callNotes({ api, way, backend, carried }: CarriedCalls): Diagnostic[] {
  const { connection, headers } = backend;
  const whole = carried.map(({ operation }) => operation);
  const cutApi = { ...api, operations: carried.map(({ cut }) => cut) };
  return [
    ...unsentForms(carried),
    ...unsendableNotes(carried.map(({ called }) => called)),
    ...authorizationNotes(whole, backend),
    ...mediaTypeHeaderNotes(whole, { headers, help: MEDIA_TYPE_HELP }),
    ...withoutCredentials({ ...api, operations: whole }, backend),
    ...unsentSecrets(api, way, backend),
    ...bareAuthorization(api, way, backend),
    ...unsentBodies(carried),
    ...(connection?.kind === "metered" ? [] : untakenStreams(whole)),
    ...plainHttpNotes(cutApi, backend, way.baseUrl),
    ...serverNotes(cutApi, way, backend),
  ];
}

const MEDIA_TYPE_HELP = (name: string) =>
  `If the API needs another value, set it for every call in the config: headers: { ${JSON.stringify(name)}: "…" }.`;
