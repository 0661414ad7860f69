// `npm run guard`: what the guard finds in the drafts of its table. --held-out adds the misses of those kept apart.
import { spawn } from "node:child_process";
import { typescript } from "./start/application.mjs";
import { root } from "./start/settings.mjs";

const child = spawn(process.execPath, [...typescript, "scripts/guard-figures.ts", ...process.argv.slice(2)], {
  cwd: root,
  stdio: ["ignore", "inherit", "inherit"],
});
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
  process.on(signal, () => child.kill(signal));
child.once("exit", (code) => {
  process.exitCode = code ?? 1;
});
