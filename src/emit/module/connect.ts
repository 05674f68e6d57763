import { type Api, settledAgainst } from "../../ir/index.js";
import type { BackendPlan } from "../../plan/index.js";
import type { Doc } from "../code/index.js";
import type { Reach } from "./callee.js";

/** The generated functions with which users connect and disconnect their own accounts. */
export interface ConnectFunctions {
  connectName: string;
  disconnectName: string;
  connectorId: string;
  connectDoc: Doc;
  disconnectDoc: Doc;
}

/**
 * Returns the functions that connect an API whose connector uses each user's own account; null for other APIs and
 * inside functions.
 */
export function connectFunctions(
  api: Api,
  { backend, reach }: { backend?: BackendPlan | undefined; reach: Reach },
): ConnectFunctions | null {
  if (backend?.connection?.kind !== "appUser" || reach.by !== "invoke") return null;
  const taken = new Set([...api.operations.map(({ name }) => name), api.factoryName]);
  const connectName = settledAgainst(taken, [`connect${api.typeName}`, `connect${api.typeName}Account`]);
  return {
    connectName,
    disconnectName: settledAgainst(taken, [`disconnect${api.typeName}`, `disconnect${api.typeName}Account`]),
    connectorId: backend.connection.id,
    connectDoc: {
      parts: [
        "Starts connecting the signed-in user's own account: resolves to the URL to send the browser to.",
        "",
        `A call that failed with \`isNotConnected(error)\` works once the user has returned from there.`,
      ],
    },
    disconnectDoc: { parts: ["Removes the app's access to the signed-in user's account."] },
  };
}
