/** Preloaded into every process that is measured: when it ends, it writes its peak memory (kilobytes) into a file. */
const { writeFileSync } = require("node:fs");

process.on("exit", () => writeFileSync(process.env.B44_BENCH_PEAK, String(process.resourceUsage().maxRSS)));
