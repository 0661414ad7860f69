import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";

/**
 * The superuser's password and the port last used, kept in a file that only its owner may read.
 * @param {string} file
 * @returns {{ password: string, port: number }}
 */
export function readCredentials(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === "EACCES")
      throw new Error(`${file} belongs to another user: run as that user, or remove its folder.`);
    if (code !== "ENOENT")
      throw new Error(`${file} cannot be read: remove its folder to start with an empty database.`);
    const fresh = { password: randomBytes(24).toString("base64url"), port: 0 };
    writeCredentials(file, fresh);
    return fresh;
  }
}

/**
 * @param {string} file
 * @param {{ password: string, port: number }} credentials
 */
export function writeCredentials(file, credentials) {
  writeFileSync(`${file}.new`, JSON.stringify(credentials), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/**
 * The preferred port of the loopback address when it is free, else the next free one, else any.
 * @param {number} preferred 0 for any
 * @param {string} [host]
 * @returns {Promise<number>}
 */
export async function freePort(preferred, host = "127.0.0.1") {
  for (let port = preferred; port < preferred + 50; port++) {
    const got = await probe(port, host);
    if (got) return got;
  }
  return (await probe(0, host)) ?? 0;
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<number | null>}
 */
function probe(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : null));
    });
  });
}
