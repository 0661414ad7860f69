import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandLine, processMark } from "./process-mark.mjs";

/**
 * What `postmaster.pid` says, or null when there is none, or when no living server of this very folder wrote it.
 * Lines: 1 process, 4 port, 8 status (https://www.postgresql.org/docs/current/storage-file-layout.html).
 * @param {string} dataFolder
 */
export function runningServer(dataFolder) {
  const lines = pidFileLines(dataFolder);
  if (!lines) return null;
  const pid = Number.parseInt(lines[0] ?? "", 10);
  if (!isServerOf(pid, dataFolder)) return null;
  return { pid, port: Number(lines[3]), status: lines[7]?.trim() ?? "starting" };
}

/**
 * Makes a file that a killed server left harmless, without removing it: its line 7 keeps a new server from starting
 * beside backends of the old one. Postgres takes its own parent's number for stale, whoever else carries it.
 * @param {string} dataFolder
 */
export function disarmPidFile(dataFolder) {
  const lines = pidFileLines(dataFolder);
  if (!lines || process.platform === "win32") return;
  writeFileSync(join(dataFolder, "postmaster.pid"), [`${process.pid}`, ...lines.slice(1)].join("\n"));
}

/**
 * @param {number} pid
 * @param {string} dataFolder
 */
function isServerOf(pid, dataFolder) {
  if (processMark(pid) === null) return false;
  const command = commandLine(pid);
  if (process.platform === "win32") return command.includes("postgres.exe");
  return (
    command.includes("postgres") &&
    [dataFolder, realpathSync(dataFolder)].some((at) => command.includes(`-D ${at} `))
  );
}

/** @param {string} dataFolder */
function pidFileLines(dataFolder) {
  try {
    return readFileSync(join(dataFolder, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return null;
  }
}
