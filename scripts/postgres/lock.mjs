import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { processMark } from "./process-mark.mjs";

const PATIENCE_MS = 600_000;

/**
 * Runs `act` while no other living process holds the lock file. A lock whose holder died is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} act
 */
export async function withLock(file, act) {
  const mine = processMark(process.pid) ?? `${process.pid}`;
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (!take(file, mine)) {
    if (Date.now() > giveUpAt) throw new Error(`${file} is still held by process ${read(file)}.`);
    await sleep(50);
  }
  try {
    return await act();
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * @param {string} file
 * @param {string} mine
 */
function take(file, mine) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, mine);
  try {
    // A link appears whole or not at all, unlike a file that is created and then written.
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    removeWhenStale(file);
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** @param {string} file */
function removeWhenStale(file) {
  const holder = read(file);
  if (holder === null || processMark(Number.parseInt(holder, 10)) === holder) return;
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
    // Another process may have taken the lock over in between: then it is put back.
    if (read(aside) !== holder) linkSync(aside, file);
  } catch {
    // Someone else was quicker; the next round sees what is there.
  }
  rmSync(aside, { force: true });
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
