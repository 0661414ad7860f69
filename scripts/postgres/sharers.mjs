import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { processMark } from "./process-mark.mjs";

/**
 * The processes that use one server: one file each, named by its number. The last to leave stops the server, so
 * that no start ever stops a server under another.
 * @param {string} folder
 */
export function sharers(folder) {
  const mine = join(folder, `${process.pid}`);
  return {
    join() {
      mkdirSync(folder, { recursive: true });
      writeFileSync(mine, processMark(process.pid) ?? "");
    },
    leave() {
      rmSync(mine, { force: true });
    },
    /** Whether any process but this one lives; files of the dead are removed. */
    hasOthers() {
      return names(folder).filter((name) => name !== `${process.pid}` && isAlive(folder, name)).length > 0;
    },
  };
}

/**
 * @param {string} folder
 * @param {string} name
 */
function isAlive(folder, name) {
  const file = join(folder, name);
  if (processMark(Number(name)) === readFileSync(file, "utf8")) return true;
  rmSync(file, { force: true });
  return false;
}

/** @param {string} folder */
function names(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
