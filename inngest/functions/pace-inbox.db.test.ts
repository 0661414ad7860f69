import { setTimeout as pass } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { makeAccount, makeContact, makeInbox, makeSequence, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { NO_INBOX_LIMITS } from "@/lib/core/model-inboxes";
import { relayOutbox } from "@/lib/engine/relay";
import { enroll } from "@/lib/enrollments/mutations";
import { inngest } from "../client";
import { createExecutor } from "../embedded/executor";
import { closeExecutorSql, executorSql } from "../executor-sql";
import { paceInbox } from "./pace-inbox";
import { runEnrollment } from "./run-enrollment";

const database = useTestDatabase();
afterAll(closeExecutorSql);

it("sends a backlog at the inbox's rate, by real clocks, and looks at each run no more often than needed", async () => {
  const accountId = await makeAccount();
  const perSecond = 12;
  await makeInbox(accountId, { limits: { ...NO_INBOX_LIMITS, perSecond } });
  const { sequenceId } = await makeSequence(accountId, { steps: [makeStep()] });
  const people = await Promise.all(Array.from({ length: 60 }, () => makeContact(accountId)));
  const contactIds = people.map(({ id }) => id);
  await enroll(accountId, { sequenceId, contactIds, actorId: null, now: new Date() });
  const executor = createExecutor({
    ...{ sql: executorSql(), client: inngest, functions: [runEnrollment, paceInbox] },
  });
  await executor.start();
  // Until everybody is through and whoever gives out the places has seen that nobody waits.
  const left = () => database.sql`
    select from enrollments where account_id = ${accountId} and status <> 'ended'
    union all
    select from inbox_paces where account_id = ${accountId} and paced_until is not null`;
  while ((await left()).length > 0) {
    await relayOutbox((events) => inngest.send(events));
    await pass(20);
  }
  await executor.stop();
  const log = await database.sql<{ at: Date; sent: Date; attempts: number }[]>`
    select claimed_at as at, sent_at as sent, attempts from messages
    where account_id = ${accountId} and status = 'sent' order by 1`;
  expect(log).toHaveLength(60);
  for (const [i, { at, sent, attempts }] of log.entries()) {
    const next = log[i + perSecond];
    if (next) expect(next.at.getTime() - at.getTime()).toBeGreaterThanOrEqual(1_000);
    expect(sent >= at).toBe(true);
    expect(attempts).toBe(1);
  }
  // Nobody is told more than once to wait, however often places went by.
  const waits = await database.sql`select from ledger where account_id = ${accountId} and kind = 'waiting'`;
  expect(waits.length).toBeLessThanOrEqual(60);
  const [pace] =
    await database.sql`select paced_until, queued from inbox_paces where account_id = ${accountId}`;
  expect(pace).toMatchObject({ queued: 0 });
}, 120_000);
