import { type ChildProcess, spawn } from "node:child_process";
import { root } from "./paths";

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 30_000;

export type Part = { pid: number; stop: () => Promise<void> };

/** The real worker, as its own process; resolves once it takes work. */
export function startWorker(databaseUrl: string, profileFolder: string | null): Promise<Part> {
  const profile = profileFolder ? ["--cpu-prof", `--cpu-prof-dir=${profileFolder}`] : [];
  const args = [...profile, "--conditions=react-server", "--import", "tsx", "scripts/worker.ts"];
  return startPart("worker", args, { DATABASE_URL: databaseUrl, LOG_LEVEL: "info" }, "worker started");
}

/** Runs a Node program until it says that it is ready on its standard output. */
export async function startPart(
  name: string,
  args: string[],
  env: Record<string, string>,
  readyText: string,
): Promise<Part> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  process.once("exit", () => child.kill("SIGKILL"));
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const fail = () => reject(new Error(`The ${name} did not start:\n${said.join("")}`));
    const timer = setTimeout(fail, READY_WITHIN_MS);
    child.once("exit", fail);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (text: string) => {
        said.push(text);
        if (!text.includes(readyText)) return;
        clearTimeout(timer);
        child.off("exit", fail);
        resolve();
      });
    }
  });
  reportTrouble(name, child);
  return { pid: child.pid ?? 0, stop: () => stop(child) };
}

/** A figure taken while something failed is none. */
function reportTrouble(name: string, child: ChildProcess): void {
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (text: string) => {
      if (/"level":"?(50|60|error|fatal)|Error:/.test(text))
        console.error(`The ${name} says: ${text.trim()}`);
    });
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
  await ended;
  clearTimeout(force);
}
