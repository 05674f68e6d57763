import { judgeEvery } from "../judge-all.js";
import { OPERATIONS } from "./operations.js";

judgeEvery(OPERATIONS);
