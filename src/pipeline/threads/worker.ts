import { parentPort, workerData } from "node:worker_threads";
import type { ThreadMessage, ThreadWork } from "./model.js";
import { planInTurn } from "./plan-in-turn.js";

const { requests, options } = workerData as ThreadWork;
const say = (message: ThreadMessage) => parentPort?.postMessage(message);
say({ results: await planInTurn(requests, options, (step) => say({ step })) });
