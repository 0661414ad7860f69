import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const dataHome = join(root, ".data");

/** Reads `.env.local` and `.env`, as Next does; what is set already wins. */
export function loadEnvFiles() {
  for (const name of [".env.local", ".env"]) {
    const file = join(root, name);
    if (existsSync(file)) process.loadEnvFile(file);
  }
}

/** APP_SECRET, or one that is made once and kept where only its owner may read it. */
export function appSecret() {
  if (process.env.APP_SECRET) return process.env.APP_SECRET;
  mkdirSync(dataHome, { recursive: true });
  const file = join(dataHome, "secret");
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600 });
    try {
      // The first of two simultaneous starts wins, and both use its secret.
      linkSync(draft, file);
    } catch {
      // It is there.
    }
    rmSync(draft);
  }
  return readFileSync(file, "utf8").trim();
}
