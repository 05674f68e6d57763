import { judgeEvery } from "../judge-all.js";
import { SECURITY } from "./security.js";

judgeEvery(SECURITY);
