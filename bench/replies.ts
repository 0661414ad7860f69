import { OUTBOX_CHANNEL } from "@/db/outbox";
import { signatureOf, textDelivery } from "@/e2e/stubs/whatsapp-webhooks";
import { acceptWebhook, processInbound } from "@/lib/engine/webhook";
import type { Bench, Figures } from "./bench";
import { pause, percentile, round } from "./numbers";
import { phoneOf } from "./sleeper";
import { startWeb } from "./web";

const PER_SECOND = 10;
const GIVE_UP_MS = 10_000;
const WARM_UP = 30;

type Answering = { enrollmentId: string; number: string };
type Post = (rawBody: string, headers: Headers) => Promise<void>;

/**
 * Contacts of sleeping runs answer; each time counts from before the webhook's request until the stop is committed. The
 * first few answers, one after the other, warm the web server up and are not counted.
 */
export async function prepareReplies(bench: Bench) {
  const web = bench.isQuick ? null : await startWeb(bench.databaseUrl);
  const post = web ? overHttp(`${web.url}${pathOf(bench)}`) : inProcess(bench);
  const ends = await watchEnds(bench);

  async function reply({ enrollmentId, number }: Answering): Promise<number> {
    const rawBody = JSON.stringify(textDelivery(phoneOf(number).slice(1), "Yes, please tell me more"));
    const headers = new Headers({ "x-hub-signature-256": signatureOf(rawBody, bench.number.appSecret) });
    const from = performance.now();
    const ended = ends.of(enrollmentId);
    await post(rawBody, headers);
    return (await ended) - from;
  }

  for (const one of await takeAnswering(bench, WARM_UP)) await reply(one);
  return {
    async measure(seconds: number): Promise<Figures> {
      const answering = await takeAnswering(bench, PER_SECOND * seconds);
      const startAt = performance.now();
      const took = await Promise.all(
        answering.map(async (one, i) => {
          await pause(startAt + (i * 1000) / PER_SECOND - performance.now());
          return reply(one);
        }),
      );
      return {
        replyToStopP50Ms: percentile(took, 0.5),
        replyToStopP99Ms: percentile(took, 0.99),
        replyToStopMaxMs: round(Math.max(...took)),
        replies: took.length,
        repliesArriveBy: web ? "HTTP at the web server" : "a call in the bench's process",
      };
    },
    async stop() {
      await ends.stop();
      await web?.stop();
    },
  };
}

function takeAnswering({ sql, take }: Bench, count: number): Promise<Answering[]> {
  const { from } = take(count);
  return sql<Answering[]>`
    select "enrollmentId", number from bench.sleeper where n >= ${from} and n < ${from + count} order by n`;
}

const pathOf = ({ accountId, number }: Bench) =>
  `/api/webhooks/whatsapp_cloud/${accountId}/${number.inboxId}`;

function overHttp(url: string): Post {
  return async (body, headers) => {
    headers.set("content-type", "application/json");
    const { status } = await fetch(url, { method: "POST", body, headers });
    if (status !== 200) throw new Error(`The webhook answered ${status}.`);
  };
}

function inProcess({ accountId, number }: Bench): Post {
  const address = { provider: "whatsapp_cloud", accountId, inboxId: number.inboxId };
  return async (rawBody, headers) => {
    const url = new URL("http://localhost/");
    const accepted = await acceptWebhook(address, { headers, url, rawBody }, new Date());
    await processInbound(accepted.accountId, accepted.inboundEventId, new Date());
  };
}

/** Whatever ends a run notifies the relay as it commits: that is the moment that counts, and no polling disturbs. */
async function watchEnds({ sql }: Bench) {
  const waiting = new Map<string, (at: number) => void>();
  const look = async () => {
    const at = performance.now();
    if (waiting.size === 0) return;
    const rows = await sql<{ id: string }[]>`
      select id from enrollments where id = any(${[...waiting.keys()]}) and end_reason = 'replied'`;
    for (const { id } of rows) {
      waiting.get(id)?.(at);
      waiting.delete(id);
    }
  };
  const { unlisten } = await sql.listen(OUTBOX_CHANNEL, () => void look());
  return {
    of: (enrollmentId: string) =>
      new Promise<number>((resolve, reject) => {
        waiting.set(enrollmentId, resolve);
        setTimeout(() => reject(new Error("A reply did not stop its run.")), GIVE_UP_MS).unref();
      }),
    stop: unlisten,
  };
}
