// Preloaded into web and worker: a supervisor that was killed cannot stop them, so they look whether it lives.
const LOOK_EVERY_MS = 500;
const STOP_WITHIN_MS = 10_000;

const parent = process.ppid;
const timer = setInterval(() => {
  if (isParentAlive()) return;
  clearInterval(timer);
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
}, LOOK_EVERY_MS);
timer.unref();

function isParentAlive() {
  // Elsewhere an orphan gets another parent at once; Windows keeps the number of the dead one.
  if (process.platform !== "win32") return process.ppid === parent;
  try {
    process.kill(parent, 0);
    return true;
  } catch {
    return false;
  }
}
