import type { Api, Operation } from "../../ir/index.js";
import type { Json } from "../../json/index.js";
import type { BackendOperation, Plan } from "../../plan/index.js";
import { type OperationEncoder, operationEncoders } from "./encoders.js";

/** Which function of the runtime makes a call, and with what. */
export interface Callee {
  /** The name of the runtime's function. */
  name: string;
  /** What it is called with beside function, client, operation and arguments: a slug or a function's name. */
  target: string | null;
  /** How arguments become what is sent, where the calling side has to do that. */
  encoders: OperationEncoder[];
  /** Which events of a stream hold text, where the calling side has to know; null where none do. */
  textEvents: Json;
}

/** How the modules of an API reach it. */
export type Reach =
  /** Through `custom.call`. */
  | { by: "integration"; slug: string }
  /** From the app, through the function of that name. */
  | { by: "invoke"; functionName: string }
  /** From inside a function, without another one between. */
  | { by: "direct" };

/** The runtime modules that a way needs beside `b44.runtime`, and the type of the client that its functions take. */
interface ReachRuntime {
  module: string;
  client: string;
}

const RUNTIMES: Record<Reach["by"], ReachRuntime> = {
  integration: { module: "b44.runtime", client: "IntegrationClient" },
  invoke: { module: "b44.invoke", client: "FunctionsClient" },
  direct: { module: "b44.direct", client: "BackendClient" },
};

/** The runtime behind a way. */
export function reachRuntime(reach: Reach): ReachRuntime {
  return RUNTIMES[reach.by];
}

/** How the app reaches a planned API. */
export function appReach(api: Api, plan: Plan, functionName: string): Reach {
  return plan.backend ? { by: "invoke", functionName } : { by: "integration", slug: api.name };
}

interface CalleeInput {
  api: Api;
  reach: Reach;
  /** How a function makes the call, for the ways that go through one. */
  planned: BackendOperation | undefined;
}

/** The call of an operation of an API. */
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
