import { parentPort, workerData } from "node:worker_threads";
import { marksOf } from "../../diagnostics/index.js";
import { saidIn, type ThreadMessage, type ThreadWork } from "./model.js";
import { planInTurn } from "./plan-in-turn.js";

const { requests, options } = workerData as ThreadWork;
const say = (message: ThreadMessage) => parentPort?.postMessage(message);
const results = await planInTurn(requests, options, (step) => say({ step }));
say({ results, marks: marksOf(saidIn(results)) });
