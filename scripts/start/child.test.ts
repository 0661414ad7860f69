import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { processMark } from "../postgres/process-mark.mjs";
import { keepRunning } from "./child.mjs";

let folder: string;
let logFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "follow-ups-child-"));
  logFile = join(folder, "log");
});
afterEach(() => rmSync(folder, { recursive: true }));

const start = (code: string) =>
  keepRunning({
    name: "part",
    args: ["-e", `console.log("started", process.pid); ${code}`],
    env: () => process.env,
    logFile,
  });

const pids = () =>
  (existsSync(logFile) ? readFileSync(logFile, "utf8") : "")
    .split("\n")
    .filter(Boolean)
    .map((line) => Number(line.split(" ")[1]));

describe("a part of the application", () => {
  it("is started again when it ends by itself, and no more once it is stopped", async () => {
    const said = vi.mocked(console.error).mockImplementation(() => {});
    const part = start("setTimeout(() => process.exit(3), 50)");
    await expect.poll(() => pids().length, { timeout: 10_000 }).toBe(2);
    await part.stop();
    expect(said.mock.calls[0]?.[0]).toContain("The part ended (code 3) and starts again in 0.5 s.");
    expect(part.isRunning()).toBe(false);
    expect(pids()).toHaveLength(2);
  });

  it("is asked to end before it is ended", async () => {
    const part = start(
      `process.on("SIGTERM", () => { console.log("asked", 0); process.exit(); }); setInterval(() => {}, 1000)`,
    );
    await expect.poll(() => pids().length, { timeout: 10_000 }).toBe(1);
    await part.stop();
    expect(readFileSync(logFile, "utf8")).toContain("asked");
  });

  it("ends when its supervisor was killed", async () => {
    const module = join(import.meta.dirname, "child.mjs");
    const code = `import { keepRunning } from ${JSON.stringify(module)};
      keepRunning({ name: "part", args: ["-e", 'console.log("started", process.pid); setInterval(() => {}, 1000)'],
        env: () => process.env, logFile: ${JSON.stringify(logFile)} });`;
    const supervisor = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: "ignore" });
    await expect.poll(() => pids().length, { timeout: 10_000 }).toBe(1);
    supervisor.kill("SIGKILL");
    await expect.poll(() => processMark(pids()[0] ?? 0), { timeout: 5_000 }).toBeNull();
  });
});
