import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeInbox, makeSequence, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { type OpenAiStub, startOpenAiStub } from "@/e2e/stubs/openai-server";
import type { AccountId } from "@/lib/accounts/account-id";
import { lookForPeople } from "@/lib/ai-enrollment/look";
import type { AiEnrollment } from "@/lib/core/model-maestro";
import { enroll } from "@/lib/enrollments/mutations";
import { INJECTIONS } from "@/lib/maestro/fixtures/injections";
import { understandReply } from "@/lib/reply-intents/understand";
import { clockAt, DAY, later, messageFrom, NOW } from "./fixtures/arrange";
import { allowPrivate, HOUR } from "./fixtures/drafted";
import { printOf } from "./fixtures/hostile";
import { makeMaestro } from "./fixtures/maestro";
import { receive } from "./receive";

const database = useTestDatabase();
const restore = allowPrivate();
let model: OpenAiStub;

beforeAll(async () => {
  model = await startOpenAiStub();
});
afterAll(async () => {
  restore();
  await model.close();
});

const MAESTRO = { leadMinutes: 0, classifiesReplies: true };

/** Somebody whose words are the last of a thread that has been silent for two hours. */
async function whoWrote(accountId: AccountId, inboxId: string, text: string, at = later(-2 * HOUR)) {
  const contact = await makeContact(accountId);
  const said = messageFrom(contact.phone, { text, at });
  await receive(accountId, { inboxId, events: [said], now: at });
  return { contact, said };
}

const config = (over: Partial<AiEnrollment>): AiEnrollment => ({
  ...{
    instruction: "Whoever asks for a quote",
    idleMinutes: 60,
    maxIdleDays: 5,
    lastWord: "contact" as const,
  },
  ...{ statuses: ["open"], inboxIds: [], threshold: 100, does: "enroll" as const, perDay: 1_000 },
  ...{ coolDownDays: 30, ...over },
});

/** An account in which each of these injections is the last word of somebody's thread, and Maestro looks at them. */
async function everybodyTries(over: Partial<AiEnrollment>, injections = INJECTIONS) {
  const accountId = await makeAccount();
  await makeMaestro(accountId, model.url, MAESTRO);
  const inbox = await makeInbox(accountId);
  const sequence = await makeSequence(accountId);
  const people = await Promise.all(injections.map(({ says }) => whoWrote(accountId, inbox.id, says)));
  await database.sql`
    insert into ai_enrollments (sequence_id, account_id, is_on, config)
    values (${sequence.sequenceId}, ${accountId}, true, ${JSON.stringify(config(over))}::text::jsonb)`;
  return { accountId, inbox, sequence, people };
}

/** Rounds until none finds anybody more to look at. */
async function lookAtAll(now: Date): Promise<void> {
  let looked = 1;
  for (let round = 0; looked > 0 && round < 10; round++) ({ looked } = await lookForPeople(clockAt(now)));
}

const runsOf = (accountId: AccountId) => database.sql<{ contact_id: string; sequence_id: string }[]>`
  select contact_id, sequence_id from enrollments where account_id = ${accountId}`;
const switchOff = (accountId: AccountId) =>
  database.sql`update ai_enrollments set is_on = false where account_id = ${accountId}`;

describe("a verdict that was talked into by the conversation", () => {
  it("enrolls no more people in a day than the account allows, however sure it is", async () => {
    model.mode("hostile");
    const { accountId } = await everybodyTries({ perDay: 3 });
    await lookAtAll(NOW);
    expect(await runsOf(accountId)).toHaveLength(3);
    await lookAtAll(later(HOUR));
    expect(await runsOf(accountId)).toHaveLength(3);
    await switchOff(accountId);
  });

  it("enrolls nobody below the threshold, and nobody whom it says not to enroll", async () => {
    for (const verdict of [
      { enroll: true, confidence: 99, reason: "100" },
      { enroll: false, confidence: 100, reason: "enroll: true" },
      { enroll: true, confidence: 100_000, reason: "beyond every threshold" },
      { enroll: "true", confidence: "100", reason: { enroll: true } },
    ]) {
      model.mode({ answers: verdict });
      const { accountId } = await everybodyTries({}, INJECTIONS.slice(0, 6));
      await lookAtAll(NOW);
      expect(await runsOf(accountId), JSON.stringify(verdict)).toEqual([]);
      await switchOff(accountId);
    }
  });

  it("reaches nobody whom the cheap look and the rules of enrollment leave out", async () => {
    model.mode("hostile");
    const { accountId, inbox, sequence, people } = await everybodyTries({}, INJECTIONS.slice(0, 6));
    const [first] = people;
    const optedOut = await whoWrote(accountId, inbox.id, "STOP", later(-3 * HOUR));
    await receive(accountId, {
      inboxId: inbox.id,
      events: [messageFrom(optedOut.contact.phone, { text: first?.said.text ?? "", at: later(-2 * HOUR) })],
      now: later(-2 * HOUR),
    });
    const blocked = await whoWrote(accountId, inbox.id, INJECTIONS[1]?.says ?? "");
    await database.sql`update contacts set blocked_at = ${NOW} where id = ${blocked.contact.id}`;
    const lively = await whoWrote(accountId, inbox.id, INJECTIONS[2]?.says ?? "", later(-60_000));
    const solved = await whoWrote(accountId, inbox.id, INJECTIONS[3]?.says ?? "");
    await database.sql`update conversations set status = 'resolved' where contact_id = ${solved.contact.id}`;
    const before = await database.sql`select * from suppressions where account_id = ${accountId} order by id`;
    await lookAtAll(NOW);
    const reached = new Set((await runsOf(accountId)).map((run) => run.contact_id));
    for (const { contact } of [optedOut, blocked, lively, solved])
      expect(reached.has(contact.id)).toBe(false);
    expect(before.length).toBeGreaterThan(0);
    expect(
      await database.sql`select * from suppressions where account_id = ${accountId} order by id`,
    ).toEqual(before);
    expect((await runsOf(accountId)).every((run) => run.sequence_id === sequence.sequenceId)).toBe(true);
    await switchOff(accountId);
  });

  it("enrolls each person once, into the one sequence, whatever the answer asks for besides", async () => {
    model.mode("hostile");
    const { accountId, sequence, people } = await everybodyTries({});
    await makeSequence(accountId);
    await lookAtAll(NOW);
    await lookAtAll(later(HOUR));
    const runs = await runsOf(accountId);
    expect(runs.every((run) => run.sequence_id === sequence.sequenceId)).toBe(true);
    expect(runs.map((run) => run.contact_id).sort()).toEqual(people.map(({ contact }) => contact.id).sort());
    expect(await database.sql`select 1 from messages where account_id = ${accountId}`).toEqual([]);
    await switchOff(accountId);
  }, 120_000);

  it("only proposes where a person is to decide", async () => {
    model.mode("hostile");
    const { accountId } = await everybodyTries({ does: "suggest", perDay: 5 }, INJECTIONS.slice(-12));
    await lookAtAll(NOW);
    expect(await runsOf(accountId)).toEqual([]);
    const open = await database.sql`
      select 1 from ai_suggestions where account_id = ${accountId} and status = 'open'`;
    expect(open).toHaveLength(5);
    await switchOff(accountId);
  });
});

/** A live run of somebody who answers with the given words, and what their message is called. */
async function whoAnswers(text: string, { isOptedOut }: { isOptedOut: boolean }) {
  const accountId = await makeAccount();
  await makeMaestro(accountId, model.url, MAESTRO);
  const inbox = await makeInbox(accountId);
  const contact = await makeContact(accountId);
  const steps = [makeStep({ wait: { amount: 1, unit: "days" } })];
  const sequence = await makeSequence(accountId, { steps });
  const other = await makeContact(accountId);
  const contactIds = [contact.id, other.id];
  await enroll(accountId, { sequenceId: sequence.sequenceId, contactIds, actorId: null, now: NOW });
  const events = isOptedOut ? [messageFrom(contact.phone, { text: "STOP" })] : [];
  const said = messageFrom(contact.phone, { text, at: later(8_000) });
  for (const event of [...events, said])
    await receive(accountId, { inboxId: inbox.id, events: [event], now: later(10_000) });
  const [message] = await database.sql<{ id: string; intent: string | null }[]>`
    select id, intent from conversation_messages where provider_id = ${said.providerId}`;
  const wishes = () => database.sql`
    select identity_hash, channel, reason, lifted_at from suppressions where account_id = ${accountId} order by id`;
  return { accountId, contact, wishes, messageId: message?.id ?? "", intent: message?.intent ?? null };
}

/** The opposite of what stands: a model that was talked into it would set the one, or lift the other. */
const TALKED_INTO = [
  { isOptedOut: false, answers: { intent: "opt_out", confidence: 100, until: null } },
  { isOptedOut: true, answers: { intent: "interested", confidence: 100, until: "9999-12-31" } },
];

describe("a reply that tells the model what it means", () => {
  let asked = 0;

  it.each(INJECTIONS)("neither sets nor lifts an opt-out, and moves nothing: $id", async ({ says }) => {
    for (const { isOptedOut, answers } of TALKED_INTO) {
      model.mode({ answers });
      const { accountId, contact, wishes, messageId, intent } = await whoAnswers(says, { isOptedOut });
      const runs = () => database.sql`select * from enrollments where account_id = ${accountId} order by id`;
      const state = async () => ({
        ...{ wishes: await wishes(), runs: await runs() },
        print: await printOf(database.sql, accountId, contact.id),
      });
      const before = await state();
      expect(before.wishes.length > 0).toBe(isOptedOut);
      const { outcome } = await understandReply(accountId, messageId, clockAt(later(DAY / 2)));
      if (intent === null) expect(outcome).toBe("ok");
      if (outcome === "ok") asked += 1;
      expect(await state()).toEqual(before);
    }
  });

  it("is asked about where no rule has understood it", () => {
    expect(asked).toBeGreaterThanOrEqual(INJECTIONS.length);
  });
});
