#!/usr/bin/env node
import { keepCompiled } from "./compile-cache.js";

// Called before anything else is loaded, because code that is compiled earlier is not cached.
keepCompiled(import.meta.url);
const { main } = await import("./main.js");
await main();
