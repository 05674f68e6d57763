import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** A module to preload in Node that reports the peak memory at exit. */
const SAY_MEMORY = `data:text/javascript,${encodeURIComponent(
  'import{writeSync}from"node:fs";process.on("exit",()=>{try{writeSync(3,process.resourceUsage().maxRSS+"\\n")}catch{}});',
)}`;

/** A child process that takes longer counts as hanging. */
const LONGEST = 300_000;

/**
 * Runs a script in a separate Node process with these options. Never rejects.
 * @returns its exit status (null if it was killed), its output, its time in milliseconds and its peak memory in MiB
 */
export function runNode({ script, args = [], cwd, options = [] }) {
  const start = performance.now();
  const child = spawn(process.execPath, ["--import", SAY_MEMORY, ...options, script, ...args], {
    cwd,
    timeout: LONGEST,
    killSignal: "SIGKILL",
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const texts = child.stdio.slice(1).map((stream) => {
    const chunks = [];
    stream.on("data", (chunk) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString();
  });
  let held = 0;
  const poll = setInterval(() => {
    held = Math.max(held, heldBy(child.pid));
  }, 200);
  return new Promise((done) => {
    child.on("close", (status) => {
      clearInterval(poll);
      const [stdout, stderr, said] = texts.map((text) => text());
      const kilobytes = Math.max(held, Number(said.trim().split("\n").at(-1)) || 0);
      done({
        status,
        stdout,
        stderr,
        time: Math.round(performance.now() - start),
        memory: Math.round(kilobytes / 1024),
      });
    });
  });
}

/**
 * The peak memory of a running process, if the system provides it. A process that is killed cannot report it itself.
 */
function heldBy(pid) {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) || 0;
  } catch {
    return 0;
  }
}
