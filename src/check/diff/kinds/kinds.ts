import { limitKinds } from "./limits.js";
import type { ChangeKind } from "./model.js";
import { operationKinds } from "./operation.js";
import { parameterKinds } from "./parameter.js";
import { requestBodyKinds } from "./request-body.js";
import { requestStructureKinds } from "./request-structure.js";
import { requestValueKinds } from "./request-values.js";
import { responseKinds } from "./response.js";
import { responseStructureKinds } from "./response-structure.js";
import { responseValueKinds } from "./response-values.js";
import { securityKinds } from "./security.js";

/** The kinds of change by subject, in the order of the documentation. */
export const kindGroups = {
  Operations: operationKinds,
  Parameters: parameterKinds,
  "Request bodies": requestBodyKinds,
  Answers: responseKinds,
  "Security and servers": securityKinds,
  "Request values": { ...requestValueKinds, ...requestStructureKinds },
  "Response values": { ...responseValueKinds, ...responseStructureKinds },
  Limits: limitKinds,
};

/** Every kind of change that {@link diffApis} reports, with its level. */
export const changeKinds = {
  ...operationKinds,
  ...parameterKinds,
  ...requestBodyKinds,
  ...responseKinds,
  ...securityKinds,
  ...requestValueKinds,
  ...requestStructureKinds,
  ...responseValueKinds,
  ...responseStructureKinds,
  ...limitKinds,
} satisfies Record<string, ChangeKind>;

/** The name of a kind of change: stable, in kebab case. */
export type ChangeKindName = keyof typeof changeKinds;

/** The names, without their direction, of the kinds that both requests and responses have. */
export type SharedKindName = Suffix<"request"> & Suffix<"response">;

type Suffix<Direction extends string> = {
  [Kind in ChangeKindName]: Kind extends `${Direction}-${infer Rest}` ? Rest : never;
}[ChangeKindName];
