import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/test-database";
import { startWhatsappStub } from "@/e2e/stubs/whatsapp-server";
import { advance } from "./advance";
import {
  clockAt,
  DAY,
  later,
  makeWhatsapp,
  messageFrom,
  NOW,
  startRun,
  statusOf,
  templateStep,
} from "./fixtures/arrange";
import { receive } from "./receive";

const database = useTestDatabase();
type Started = Awaited<ReturnType<typeof startRun>>;
type Sent = { id: string; provider_id: string };

const STATUSES = ["sent", "delivered", "read", "failed"] as const;
const permutations = <T>(list: readonly T[]): T[][] =>
  list.length === 0
    ? [[]]
    : list.flatMap((first, i) =>
        permutations(list.filter((_, index) => index !== i)).map((rest) => [first, ...rest]),
      );

async function sendOne(started: Started): Promise<Sent> {
  await advance(started.run, clockAt(NOW));
  const [sent] = await database.sql<Sent[]>`
    select id, provider_id from messages where enrollment_id = ${started.enrollmentId}`;
  if (!sent) throw new Error("Nothing was sent.");
  return sent;
}
const messageOf = async (id: string) =>
  (await database.sql`select status, error_code, provider_id, sent_at from messages where id = ${id}`)[0];
const hear = ({ accountId, inbox }: Started, ...events: Parameters<typeof receive>[1]["events"]) =>
  receive(accountId, { inboxId: inbox.id, events, now: later(6_000) });

describe("the provider's reports on a message", () => {
  it("end in one state in every order, each of them delivered twice, and never go back", async () => {
    const started = await startRun();
    const sent = await sendOne(started);
    const rank = async () => {
      const [row] = await database.sql<{ rank: number }[]>`
        select array_position(enum_range(null::message_status), status)::int as rank from messages
        where id = ${sent.id}`;
      return row?.rank ?? 0;
    };
    for (const order of permutations(STATUSES)) {
      await database.sql`
        update messages set status = 'claimed', sent_at = null, delivered_at = null, read_at = null, error_code = null
        where id = ${sent.id}`;
      let before = await rank();
      for (const status of order.flatMap((one) => [one, one])) {
        await hear(started, statusOf({ providerId: sent.provider_id }, status));
        const now = await rank();
        expect(now, `${order}: ${status}`).toBeGreaterThanOrEqual(before);
        before = now;
      }
      expect(await messageOf(sent.id), String(order)).toMatchObject({ status: "read", error_code: null });
    }
  });

  it("arriving at the same moment end in the same state", async () => {
    const started = await startRun();
    const sent = await sendOne(started);
    const reports = [...STATUSES, ...STATUSES, ...STATUSES];
    await Promise.all(reports.map((one) => hear(started, statusOf({ providerId: sent.provider_id }, one))));
    expect(await messageOf(sent.id)).toMatchObject({ status: "read", error_code: null });
  });

  it("never take back that the contact replied", async () => {
    const started = await startRun();
    const sent = await sendOne(started);
    await hear(started, messageFrom(started.contact.phone));
    for (const status of STATUSES) await hear(started, statusOf({ providerId: sent.provider_id }, status));
    expect(await messageOf(sent.id)).toMatchObject({ status: "replied" });
  });

  it("are on the timeline once each", async () => {
    const started = await startRun();
    const sent = await sendOne(started);
    for (const status of ["delivered", "delivered", "read", "delivered"] as const) {
      await hear(started, statusOf({ providerId: sent.provider_id }, status));
    }
    const told = await database.sql`
      select kind from ledger where message_id = ${sent.id} and kind <> 'sent' order by id`;
    expect(told.map((row) => row.kind)).toEqual(["delivered", "read"]);
  });

  it.each([
    ["claimed", "sent"],
    ["unknown", "delivered"],
    ["unknown", "failed"],
    ["skipped", "delivered"],
  ] as const)("settle a message that we know only as %s by our own id: %s", async (before, status) => {
    const started = await startRun();
    const sent = await sendOne(started);
    await database.sql`
      update messages set status = ${before}, provider_id = null, sent_at = null where id = ${sent.id}`;
    await hear(started, statusOf({ messageId: sent.id, providerId: "wamid.1" }, status));
    expect(await messageOf(sent.id)).toMatchObject({
      status,
      provider_id: "wamid.1",
      error_code: status === "failed" ? "131026" : null,
    });
  });

  it("of messages that are not ours are ignored, whatever their ids look like", async () => {
    const started = await startRun();
    const sent = await sendOne(started);
    for (const messageId of [
      "",
      "7",
      "-".repeat(36),
      "019c0000-0000-7000-8000-00000000000f",
      "' or true --",
    ]) {
      await hear(started, statusOf({ messageId, providerId: "of-somebody-else" }, "read"));
    }
    expect(await messageOf(sent.id)).toMatchObject({ status: "sent" });
  });

  it("of another account's message change nothing", async () => {
    const [one, two] = [await startRun(), await startRun()];
    const sent = await sendOne(one);
    await hear(two, statusOf({ messageId: sent.id, providerId: sent.provider_id }, "failed"));
    expect(await messageOf(sent.id)).toMatchObject({ status: "sent" });
  });
});

describe("a failure that the provider reports later", () => {
  it("fails the message with its reason and the run goes on with the next step", async () => {
    const started = await startRun();
    const sent = await sendOne(started);
    await hear(started, statusOf({ providerId: sent.provider_id }, "failed"));
    expect(await messageOf(sent.id)).toMatchObject({ status: "failed", error_code: "131026" });
    expect(await advance(started.run, clockAt(later(DAY)))).toEqual({ kind: "end", reason: "completed" });
  });

  it("that is the person's own wish suppresses the channel and ends the run", async () => {
    const started = await startRun();
    const sent = await sendOne(started);
    await hear(started, statusOf({ providerId: sent.provider_id }, "failed", { reaction: "suppress" }));
    const [run] = await database.sql`select end_reason from enrollments where id = ${started.enrollmentId}`;
    expect(run).toEqual({ end_reason: "opted_out" });
  });

  it("keeps its reason when it comes before our own record of the outcome", async () => {
    const provider = await startWhatsappStub();
    const started = await startRun({
      inbox: (accountId) => makeWhatsapp(accountId, provider.url),
      steps: [templateStep()],
    });
    let answer = () => {};
    const until = new Promise<void>((resolve) => {
      answer = resolve;
    });
    provider.failNext({ kind: "slow", until });
    const turn = advance(started.run, clockAt(NOW));
    await expect.poll(() => provider.requests.length, { timeout: 10_000 }).toBe(1);
    const messageId = String(provider.requests[0]?.body.biz_opaque_callback_data);
    await hear(started, statusOf({ messageId, providerId: "wamid.early" }, "failed"));
    answer();
    await turn;
    await provider.close();
    expect(await messageOf(messageId)).toMatchObject({
      status: "failed",
      error_code: "131026",
      provider_id: "wamid.early",
    });
  });
});
