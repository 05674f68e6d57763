import { judgeEvery } from "../judge-all.js";
import { SCHEMAS } from "./schemas.js";

judgeEvery(SCHEMAS);
