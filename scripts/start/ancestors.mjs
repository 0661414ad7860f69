import { commandLine, parentOf, processMark } from "../postgres/process-mark.mjs";

const LOOK_EVERY_MS = 500;

/**
 * Calls `onGone` once npm, or the shell between npm and this process, has ended: neither passes signals on.
 * Without npm above, nothing is watched, so that `nohup node scripts/start.mjs &` outlives its shell.
 * @param {() => void} onGone
 */
export function watchNpm(onGone) {
  const watched = ancestorsUpToNpm().map((pid) => ({ pid, mark: processMark(pid) }));
  if (watched.length === 0) return;
  const timer = setInterval(() => {
    if (watched.every(({ pid, mark }) => processMark(pid) === mark)) return;
    clearInterval(timer);
    onGone();
  }, LOOK_EVERY_MS);
  timer.unref();
}

/** Some shells replace themselves by the program they run: then npm is the parent, else the grandparent. */
function ancestorsUpToNpm() {
  const parent = process.ppid;
  const grandparent = parentOf(parent);
  if (!process.env.npm_lifecycle_event) return [];
  if (isNpm(parent)) return [parent];
  return isNpm(grandparent) ? [parent, grandparent] : [];
}

/** @param {number} pid */
function isNpm(pid) {
  return pid > 1 && /\b(npm|yarn|pnpm)\b/.test(commandLine(pid)) && !/\bsh\b.* -c /.test(commandLine(pid));
}
