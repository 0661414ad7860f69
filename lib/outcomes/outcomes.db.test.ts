import { beforeEach, describe, expect, it } from "vitest";
import { makeMember, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { eraseContact } from "@/lib/contacts/erase/mutations";
import { advance } from "@/lib/engine/advance";
import { clockAt, DAY, later, NOW, startRun, statusOf } from "@/lib/engine/fixtures/arrange";
import { refusal, scriptProvider } from "@/lib/engine/fixtures/scripted";
import { lookAfterSends } from "@/lib/engine/look-after";
import { receive } from "@/lib/engine/receive";
import { outcomesOf } from "./data";
import { sendAgain, settleOutcomes } from "./mutations";

const database = useTestDatabase();
const HOUR = 3_600_000;
let provider: ReturnType<typeof scriptProvider>;
beforeEach(() => {
  provider = scriptProvider();
});

const steps = [makeStep(), makeStep({ wait: { amount: 3, unit: "days" } })];

/** A run whose first send timed out. */
async function unclear(
  outcome: Parameters<typeof provider.next>[0] = { kind: "unknown", code: "timeout", detail: "" },
) {
  const started = await startRun({ steps });
  const actorId = await makeMember(started.accountId, "agent");
  provider.next(outcome);
  await advance(started.run, clockAt(NOW));
  const [row] = await database.sql`select id from messages where enrollment_id = ${started.enrollmentId}`;
  const ref = { source: "sequence", id: String(row?.id) } as const;
  const message = async () => (await database.sql`select * from messages where id = ${ref.id}`)[0];
  const alerts = () => database.sql`
    select kind, resolved_at is null as is_open from alerts where account_id = ${started.accountId} order by id`;
  const byHand = () => database.sql`
    select id, text, status, author_id from conversation_messages where account_id = ${started.accountId}`;
  const hear = (...events: ReturnType<typeof statusOf>[]) =>
    receive(started.accountId, { inboxId: started.inbox.id, events, now: later(6 * HOUR) });
  return {
    ...started,
    actorId,
    ref,
    message,
    alerts,
    byHand,
    hear,
    acting: { actorId, now: later(5 * HOUR) },
  };
}

describe("a send whose outcome nobody knows", () => {
  it("is shown to a person after the account's hours, once, and until it is settled", async () => {
    const { accountId, ref, alerts, acting, message, enrollmentId } = await unclear();
    await lookAfterSends(later(3 * HOUR));
    expect(await outcomesOf(accountId, later(3 * HOUR))).toMatchObject({
      outcomes: [],
      waiting: 1,
      afterHours: 4,
    });
    expect(await alerts()).toHaveLength(0);
    await lookAfterSends(later(5 * HOUR));
    await lookAfterSends(later(5 * HOUR));
    expect(await alerts()).toEqual([{ kind: "outcomes_unknown", is_open: true }]);
    const { outcomes } = await outcomesOf(accountId, later(5 * HOUR));
    expect(outcomes).toMatchObject([
      { id: ref.id, is: "unknown", code: "timeout", contact: { name: "Ana Souza" } },
    ]);
    expect(outcomes[0]?.text).not.toBe("");
    expect(await settleOutcomes(accountId, { outcomes: [ref], as: "arrived", ...acting })).toEqual({
      settled: 1,
    });
    expect(await message()).toMatchObject({ status: "sent", settled_as: "arrived", sent_at: NOW });
    expect(await alerts()).toEqual([{ kind: "outcomes_unknown", is_open: false }]);
    expect((await outcomesOf(accountId, later(5 * HOUR))).outcomes).toEqual([]);
    const told = await database.sql`
      select because->'data'->>'as' as "as" from ledger where enrollment_id = ${enrollmentId} and kind = 'settled'`;
    expect(told).toEqual([{ as: "arrived" }]);
  });

  it("is settled by the provider's late word, and the question with it", async () => {
    const { accountId, ref, alerts, hear, message, acting } = await unclear();
    await lookAfterSends(later(5 * HOUR));
    await hear(statusOf({ messageId: ref.id, providerId: "late" }, "delivered"));
    expect(await alerts()).toEqual([{ kind: "outcomes_unknown", is_open: false }]);
    expect(await settleOutcomes(accountId, { outcomes: [ref], as: "arrived", ...acting })).toEqual({
      settled: 0,
    });
    expect(await message()).toMatchObject({ status: "delivered", settled_as: null });
    await expect(sendAgain(accountId, { ...ref, ...acting })).rejects.toThrow("outcome_settled");
    expect(provider.taken).toHaveLength(0);
  });

  it("takes the provider's word after a person's, and is not sent once more for it", async () => {
    const { accountId, ref, hear, message, acting, run } = await unclear();
    await settleOutcomes(accountId, { outcomes: [ref], as: "arrived", ...acting });
    const retry = { reaction: "fail", retry: { afterSeconds: 60 } } as const;
    await hear(statusOf({ messageId: ref.id, providerId: "late" }, "failed", retry));
    expect(await message()).toMatchObject({ status: "failed", settled_as: "arrived" });
    await advance(run, clockAt(later(DAY)));
    expect(provider.taken).toHaveLength(0);
  });

  it("is sent again once, however many press however often", async () => {
    const { accountId, ref, byHand, message, acting } = await unclear();
    const other = await makeMember(accountId, "agent");
    const presses = [acting.actorId, other, acting.actorId, other].map((actorId) =>
      sendAgain(accountId, { ...ref, actorId, now: acting.now }),
    );
    const sent = await Promise.all(presses);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(provider.taken).toHaveLength(1);
    expect(await byHand()).toMatchObject([{ status: "sent", text: (await message())?.content.text }]);
    expect(await message()).toMatchObject({ status: "unknown", settled_as: "sent_again" });
  });

  it("is settled one way where two people say different things at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const { accountId, ref, message, acting, byHand } = await unclear();
      const acts = await Promise.allSettled([
        sendAgain(accountId, { ...ref, ...acting }),
        settleOutcomes(accountId, { outcomes: [ref], as: "arrived", ...acting }),
        settleOutcomes(accountId, { outcomes: [ref], as: "left", ...acting }),
      ]);
      const settledAs = (await message())?.settled_as;
      expect((await byHand()).length).toBe(settledAs === "sent_again" ? 1 : 0);
      expect(acts[0]?.status).toBe(settledAs === "sent_again" ? "fulfilled" : "rejected");
    }
  });

  it("stays a question where sending again is refused", async () => {
    const { accountId, ref, inbox, message, acting } = await unclear();
    await database.sql`update inboxes set status = 'paused' where id = ${inbox.id}`;
    await expect(sendAgain(accountId, { ...ref, ...acting })).rejects.toThrow("reply.inbox_paused");
    expect(await message()).toMatchObject({ status: "unknown", settled_as: null });
  });

  it("of another account is out of reach", async () => {
    const [mine, theirs] = [await unclear(), await unclear()];
    const of = { outcomes: [theirs.ref], as: "left" as const, ...mine.acting };
    expect(await settleOutcomes(mine.accountId, of)).toEqual({ settled: 0 });
    await expect(sendAgain(mine.accountId, { ...theirs.ref, ...mine.acting })).rejects.toThrow("not_found");
    expect(await theirs.message()).toMatchObject({ settled_as: null });
  });

  it("is no question any more once the contact is erased, and no words of it are left", async () => {
    const { accountId, contact, alerts, acting, message } = await unclear();
    await lookAfterSends(later(5 * HOUR));
    await eraseContact(accountId, { contactId: contact.id, typedName: "Ana Souza", ...acting });
    await lookAfterSends(later(6 * HOUR));
    expect((await outcomesOf(accountId, later(6 * HOUR))).outcomes).toEqual([]);
    expect(await alerts()).toEqual([{ kind: "outcomes_unknown", is_open: false }]);
    expect(await message()).toMatchObject({ content: null, error_detail: null, settled_as: "left" });
  });
});

describe("a message by hand whose outcome nobody knows", () => {
  it("is asked of a person as those of sequences are", async () => {
    const { accountId, acting, ref } = await unclear();
    provider.next({ kind: "unknown", code: "timeout", detail: "" });
    const first = await sendAgain(accountId, { ...ref, ...acting, now: NOW });
    const { outcomes } = await outcomesOf(accountId, later(5 * HOUR));
    expect(outcomes).toMatchObject([{ source: "hand", id: first.id, is: "unknown", sequence: null }]);
    const again = await sendAgain(accountId, { source: "hand", id: first.id, ...acting });
    expect(again.id).not.toBe(first.id);
    expect((await outcomesOf(accountId, later(5 * HOUR))).outcomes).toEqual([]);
  });
});

describe("a refused send that a person has to judge", () => {
  it("stands among the unclear ones until it is left or sent again, and never arrived", async () => {
    const { accountId, ref, alerts, acting } = await unclear(refusal("ask_person", { code: "100" }));
    expect((await outcomesOf(accountId, NOW)).outcomes).toMatchObject([
      { id: ref.id, is: "refused", code: "100" },
    ]);
    expect(await settleOutcomes(accountId, { outcomes: [ref], as: "arrived", ...acting })).toEqual({
      settled: 0,
    });
    expect(await settleOutcomes(accountId, { outcomes: [ref], as: "left", ...acting })).toEqual({
      settled: 1,
    });
    expect(await alerts()).toEqual([{ kind: "sends_refused", is_open: false }]);
  });
});
