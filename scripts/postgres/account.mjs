import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";

/** @typedef {{ uid: number, gid: number } | undefined} Account The operating system's account a server runs as; undefined is one's own. */

/**
 * Postgres refuses to run as root: then it runs as whoever owns the data already, else as `postgres`, else `nobody`.
 * @param {string} dataFolder
 * @returns {Account}
 */
export function serverAccount(dataFolder) {
  if (process.getuid?.() !== 0) return undefined;
  return ownerOf(dataFolder) ?? named("postgres") ?? named("nobody") ?? { uid: 65534, gid: 65534 };
}

/**
 * Whether the account can enter the folder and write there. It is tried, as mode bits do not tell all.
 * @param {string} folder
 * @param {Account} account
 */
export function canWrite(folder, account) {
  if (!account) return true;
  return (
    spawnSync("/bin/sh", ["-c", 'cd "$1" && test -w .', "sh", folder], { cwd: "/", ...account }).status === 0
  );
}

/**
 * @param {string} program
 * @param {Account} account
 */
export function canRun(program, account) {
  if (!account) return true;
  return spawnSync(program, ["--version"], { cwd: "/", ...account }).status === 0;
}

/** @param {string} dataFolder */
function ownerOf(dataFolder) {
  const found = statSync(dataFolder, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

/** @param {string} name */
function named(name) {
  const [uid, gid] = ["-u", "-g"].map((flag) =>
    spawnSync("id", [flag, name], { encoding: "utf8" }).stdout?.trim(),
  );
  // macOS writes the number of nobody as -2.
  return uid && gid ? { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 } : undefined;
}
