import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeAccount, makeContact, makeInbox, makeMember, makeSequence, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { DAY, later, NOW } from "@/lib/engine/fixtures/arrange";
import { relayOutbox } from "@/lib/engine/relay";
import { startBulk, undoBulk } from "@/lib/enrollments/bulk";
import { recentBulks } from "@/lib/enrollments/bulk-data";
import { inngest } from "../client";
import { createExecutor, type Executor } from "../embedded/executor";
import { closeExecutorSql, executorSql } from "../executor-sql";
import { enrollMany } from "./enroll-many";
import { runEnrollment } from "./run-enrollment";

const database = useTestDatabase();
let executor: Executor;

/** One clock for the engine, the executor and the events; timers stay real. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  executor = createExecutor({
    sql: executorSql(),
    client: inngest,
    functions: [runEnrollment, enrollMany],
    clock: Date.now,
  });
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(closeExecutorSql);

/** What the worker does: relays the outbox and runs what is due, until there is nothing left at this moment. */
async function work(): Promise<void> {
  for (;;) {
    const relayed = await relayOutbox((events) => inngest.send(events));
    await executor.runUntilIdle();
    const [left] = await database.sql`select from outbox limit 1`;
    if (relayed === 0 && !left) return;
  }
}

describe("the durable run of a bulk enrollment", () => {
  it("enrolls, its runs send, and its undoing ends the sleeping ones", async () => {
    const accountId = await makeAccount();
    const actorId = await makeMember(accountId);
    await makeInbox(accountId);
    const contacts = await Promise.all(Array.from({ length: 12 }, () => makeContact(accountId)));
    const { sequenceId } = await makeSequence(accountId, {
      steps: [makeStep({ wait: { amount: 1, unit: "days" } })],
    });
    const audience = { kind: "contacts" as const, ids: contacts.map((contact) => contact.id) };
    const { bulkId } = await startBulk(accountId, { sequenceId, audience, actorId, now: NOW });
    await work();
    expect(await recentBulks(accountId, NOW)).toMatchObject([{ status: "done", enrolled: 12 }]);
    const sleeping = async () =>
      (
        await database.sql`
          select count(*)::int as runs from executor.run r join executor.function f on f.id = r.fn_id
          where f.slug like '%run-enrollment' and r.status = 0`
      )[0]?.runs;
    expect(await sleeping()).toBe(12);

    await undoBulk(accountId, { bulkId, actorId, now: NOW });
    await work();
    expect(await recentBulks(accountId, NOW)).toMatchObject([{ status: "undone", undone: 12 }]);
    expect(await sleeping()).toBe(0);
    vi.setSystemTime(later(2 * DAY));
    await work();
    expect(await database.sql`select from messages`).toHaveLength(0);
    expect(await database.sql`select from enrollments`).toHaveLength(0);
  });
});
