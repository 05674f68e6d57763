#!/usr/bin/env node
import { keepCompiled } from "./compile-cache.js";

// Before anything else is loaded: what is compiled earlier is not kept.
keepCompiled(import.meta.url);
const { main } = await import("./main.js");
await main();
