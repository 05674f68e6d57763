import type { Api, Operation } from "../../ir/index.js";
import type { Json } from "../../json/index.js";
import type { BackendOperation, Plan } from "../../plan/index.js";
import { type OperationEncoder, operationEncoders } from "./encoders.js";

/** The runtime function that makes a call, and its arguments. */
export interface Callee {
  /** The name of the runtime function. */
  name: string;
  /**
   * The slug or the name of the backend function that the runtime function takes in addition to client, operation and
   * arguments; null if it takes none.
   */
  target: string | null;
  /** The encoders of the arguments, if the calling side has to encode them. */
  encoders: OperationEncoder[];
  /** Which events of a stream contain text, if the calling side has to know; null if none do. */
  textEvents: Json;
}

/** How the modules of an API reach it. */
export type Reach =
  /** Through `custom.call`. */
  | { by: "integration"; slug: string }
  /** From the app, through the backend function with that name. */
  | { by: "invoke"; functionName: string }
  /** From inside a function, without another function in between. */
  | { by: "direct" };

/**
 * The runtime module of a reach, and the type of the client that the module's functions take. `b44.runtime` is always
 * needed.
 */
interface ReachRuntime {
  module: string;
  client: string;
}

const RUNTIMES: Record<Reach["by"], ReachRuntime> = {
  integration: { module: "b44.runtime", client: "IntegrationClient" },
  invoke: { module: "b44.invoke", client: "FunctionsClient" },
  direct: { module: "b44.direct", client: "BackendClient" },
};

/** Returns the runtime module and client type of a reach. */
export function reachRuntime(reach: Reach): ReachRuntime {
  return RUNTIMES[reach.by];
}

/** Returns how the app reaches a planned API. */
export function appReach(api: Api, plan: Plan, functionName: string): Reach {
  return plan.backend ? { by: "invoke", functionName } : { by: "integration", slug: api.name };
}

interface CalleeInput {
  api: Api;
  reach: Reach;
  /** How a backend function makes the call, if the call goes through one. */
  planned: BackendOperation | undefined;
}

/** Returns the runtime call of an API's operation. */
export function calleeOf(operation: Operation, { api, reach, planned }: CalleeInput): Callee {
  const none = { encoders: [], textEvents: null };
  switch (reach.by) {
    case "integration":
      return { ...none, name: "call", target: reach.slug, encoders: operationEncoders(operation, api) };
    case "invoke": {
      const { stream, textEvents = null } = planned ?? {};
      return { ...none, name: stream ? "stream" : "invoke", target: reach.functionName, textEvents };
    }
    case "direct":
      return { ...none, name: "direct", target: null };
  }
}
