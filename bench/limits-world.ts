import type { Sql } from "postgres";
import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Step } from "@/lib/core/model";
import { type InboxLimits, NO_INBOX_LIMITS } from "@/lib/core/model-inboxes";
import { inboxesOf } from "@/lib/inboxes/data";
import { limitInbox } from "@/lib/inboxes/limits";
import { removeInbox } from "@/lib/inboxes/mutations";
import { addNumber, openAccount, publishSteps, WAIT_MS } from "./account";
import type { Range } from "./bench";
import { makeDue } from "./due";
import { seedMore } from "./seed";
import { makeRealSleeper } from "./sleeper";

/** Of the sleepers of these accounts; below them are those of the other parts. */
const FIRST_OF_LIMITS = 10_000_000;
/** WhatsApp takes it at any time, whether a conversation is open or not. */
const TEMPLATE: Step["content"] = {
  type: "template",
  template: { name: "follow_up", language: "en", parameters: [] },
};

export type Wanted = { name: string; perSecond: number | null; count: number };
export type Limited = Wanted & { accountId: AccountId; number: string; range: Range };

/** An account with a number at the stub and as many sleepers as wanted, whose next step is to be sent through it. */
export async function makeLimited(sql: Sql, wanted: Wanted[], baseUrl: string): Promise<Limited[]> {
  const made: Limited[] = [];
  let from = FIRST_OF_LIMITS;
  for (const [index, one] of wanted.entries()) {
    const number = String(100_000_000_000_001 + index);
    const { accountId, actorId } = await openAccount(one.name);
    await removePhone(accountId);
    const { inboxId } = await addNumber(accountId, { phoneNumberId: number, baseUrl });
    const contents = [TEMPLATE, TEMPLATE, TEMPLATE];
    const sequenceId = await publishSteps(accountId, { actorId, contents, now: new Date() });
    const real = await makeRealSleeper(sql, { accountId, actorId, sequenceId });
    await seedMore(sql, { real, from, count: one.count });
    if (one.perSecond !== null) await limit(accountId, inboxId, { perSecond: one.perSecond });
    made.push({ ...one, accountId, number, range: { from, count: one.count } });
    from += one.count;
  }
  for (const table of ["contacts", "enrollments", "messages", "ledger", "executor.run", "executor.wake"])
    await sql.unsafe(`vacuum (analyze) ${table}`);
  return made;
}

/** Every account begins with a phone on the screen, which would take the messages. */
async function removePhone(accountId: AccountId): Promise<void> {
  for (const { id, provider } of await inboxesOf(accountId)) {
    if (provider === "sandbox") await removeInbox(accountId, id, new Date());
  }
}

async function limit(accountId: AccountId, inboxId: string, some: Partial<InboxLimits>): Promise<void> {
  await limitInbox(accountId, { id: inboxId, limits: { ...NO_INBOX_LIMITS, ...some } });
  const [stored] = await withAccountSql(
    accountId,
    (tx) =>
      tx`select from inboxes where id = ${inboxId} and (limits->>'perSecond')::int = ${some.perSecond ?? null}`,
  );
  if (!stored) throw new Error("The number's limit was not stored.");
}

/** Lets all of them fall due at `startAt`, or a few at a time. Answers the due instant of each enrollment. */
export async function makeLimitedDue(
  sql: Sql,
  { range }: Limited,
  { startAt, atOnce, everyMs }: { startAt: number; atOnce: number; everyMs: number },
): Promise<void> {
  for (let done = 0; done < range.count; done += atOnce) {
    const some = { from: range.from + done, count: Math.min(atOnce, range.count - done) };
    const at = startAt + (done / atOnce) * everyMs;
    await makeDue({ sql, waitMs: WAIT_MS }, some, { startAt: at, everyMs: 0 });
  }
}

/** What the due steps of an account became: their messages, and what they cost. */
export async function readLimited(sql: Sql, { accountId, range }: Limited, startAt: number) {
  const since = new Date(startAt);
  const messages = await sql<{ id: string; n: number; status: string }[]>`
    select m.id, s.n, m.status from bench.sleeper s join messages m on m.enrollment_id = s."enrollmentId"
    where s.n >= ${range.from} and s.n < ${range.from + range.count} and m.claimed_at >= ${since}`;
  const [cost] = await sql<{ turns: number; pacer: number; ledger: number }[]>`
    select
      count(*) filter (where f.slug like '%run-enrollment' and m.name like 'turn-%')::int as turns,
      count(*) filter (where f.slug like '%pace-inbox')::int as pacer,
      (select count(*)::int from ledger where account_id = ${accountId} and at >= ${since}) as ledger
    from executor.run r join executor.function f on f.id = r.fn_id join executor.memo m on m.run_id = r.id
    where r.event->'data'->>'accountId' = ${accountId}`;
  const { turns = 0, pacer = 0, ledger = 0 } = cost ?? {};
  // The sleepers, and the one that they were copied from, had one turn each before.
  return { messages, turns: turns - range.count - 1, pacer, ledger };
}

/** How many of the due steps have an answer of the provider. */
export async function countSent(sql: Sql, all: Limited[], startAt: number): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from messages
    where account_id = any(${all.map((one) => one.accountId)}) and status = 'sent' and claimed_at >= ${new Date(startAt)}`;
  return row?.n ?? 0;
}
