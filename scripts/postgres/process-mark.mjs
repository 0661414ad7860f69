import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * What tells a living process from every other that had or will have its number; null when there is none, or only
 * a zombie. Process numbers are recycled, quickly so in containers.
 * @param {number} pid
 * @returns {string | null}
 */
export function processMark(pid) {
  if (!(pid > 0)) return null;
  if (process.platform === "linux") return linuxMark(pid);
  if (process.platform === "win32") return isSignalable(pid) ? `${pid}` : null;
  const shown = spawnSync("ps", ["-o", "stat=,lstart=", "-p", `${pid}`], { encoding: "utf8" }).stdout?.trim();
  return !shown || shown.startsWith("Z") ? null : `${pid} ${shown.replace(/^\S+\s+/, "")}`;
}

/** @param {number} pid */
export function commandLine(pid) {
  try {
    if (process.platform === "linux")
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    const [command, args] =
      process.platform === "win32"
        ? ["tasklist", ["/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"]]
        : ["ps", ["-o", "command=", "-p", `${pid}`]];
    return spawnSync(command, args, { encoding: "utf8" }).stdout ?? "";
  } catch {
    return "";
  }
}

/**
 * The process's parent, 0 when it is not known.
 * @param {number} pid
 */
export function parentOf(pid) {
  if (process.platform === "linux") return Number(linuxStat(pid)?.[1] ?? 0);
  if (process.platform === "win32") return 0;
  return Number(spawnSync("ps", ["-o", "ppid=", "-p", `${pid}`], { encoding: "utf8" }).stdout?.trim() || 0);
}

/** @param {number} pid */
function linuxMark(pid) {
  const stat = linuxStat(pid);
  if (!stat || stat[0] === "Z" || stat[0] === "X") return null;
  const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  return `${pid} ${stat[19]} ${boot}`;
}

/**
 * The fields from the state on (proc_pid_stat(5), field 3); the name before them may hold spaces and brackets.
 * @param {number} pid
 */
function linuxStat(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

/** @param {number} pid */
function isSignalable(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
