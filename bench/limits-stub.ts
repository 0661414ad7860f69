import { createWriteStream } from "node:fs";
import { createServer } from "node:http";

/**
 * A WhatsApp Cloud API that takes every message at once and notes when each request arrived: a process of its own, so
 * that nothing but the request decides what it notes. `node --import tsx bench/limits-stub.ts LOG PORT`. Lines are
 * "<nanoseconds of the monotonic clock> <number> <message>"; the first one says how that clock stands to the wall's.
 */
const [file = "", port = "0"] = process.argv.slice(2);
const log = createWriteStream(file);
log.write(`${process.hrtime.bigint()} clock ${Date.now()}\n`);
let taken = 0;

const server = createServer((request, response) => {
  const at = process.hrtime.bigint();
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    response.setHeader("content-type", "application/json");
    const number = /^\/v[\d.]+\/(\d+)\/messages$/.exec(request.url ?? "")?.[1];
    if (request.method !== "POST" || !number) return response.end('{"data":[]}');
    const message = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    log.write(`${at} ${number} ${message.biz_opaque_callback_data}\n`);
    const to = String(message.to);
    response.end(
      JSON.stringify({
        messaging_product: "whatsapp",
        contacts: [{ input: to, wa_id: to.replace(/\D/g, "") }],
        messages: [{ id: `wamid.limits-${++taken}` }],
      }),
    );
  });
});
server.keepAliveTimeout = 60_000;
server.listen(Number(port), "127.0.0.1", () => console.log("stub ready"));
process.once("SIGTERM", () => log.end(() => process.exit()));
