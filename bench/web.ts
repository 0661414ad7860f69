import { createServer } from "node:net";
import { startPart } from "./worker";

/** The built web application on a free port of the loopback address; `npm run bench` has built it. */
export async function startWeb(databaseUrl: string) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args = [
    "node_modules/next/dist/bin/next",
    "start",
    "--hostname",
    "127.0.0.1",
    "--port",
    String(port),
  ];
  const part = await startPart("web server", args, { DATABASE_URL: databaseUrl, APP_URL: url }, "Ready in");
  return { url, stop: part.stop };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("No port.")),
      );
    });
  });
}
