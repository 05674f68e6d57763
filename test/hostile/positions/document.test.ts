import { judgeEvery } from "../judge-all.js";
import { DOCUMENT } from "./document.js";

judgeEvery(DOCUMENT);
