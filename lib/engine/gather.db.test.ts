import { expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { useTestDatabase } from "@/db/test-database";
import { advance } from "./advance";
import { clockAt, NOW, startRun } from "./fixtures/arrange";

const database = useTestDatabase();

/** Statements of the product that wait for a lock at this moment. */
const countWaiting = async () =>
  (
    await database.sql<{ n: number }[]>`
      select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`
  )[0]?.n ?? 0;

it("hundreds of calls for an account whose rows are locked take two connections, and another account's go on", async () => {
  const [stuck, other] = [await startRun(), await startRun()];
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isHeld = () => {};
  const held = new Promise<void>((resolve) => {
    isHeld = resolve;
  });
  const holding = withAccountSql(stuck.accountId, async (tx) => {
    await tx`select from enrollments where id = ${stuck.enrollmentId} for update`;
    isHeld();
    await released;
  });
  await held;
  const calls = Array.from({ length: 400 }, () => advance(stuck.run, clockAt(NOW)));
  while ((await countWaiting()) < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  await advance(other.run, clockAt(NOW));
  const sent = await database.sql`select status from messages where enrollment_id = ${other.enrollmentId}`;
  expect(sent).toEqual([{ status: "sent" }]);
  expect(await countWaiting()).toBe(2);
  release();
  await Promise.all([holding, ...calls]);
  const once = await database.sql`select status from messages where enrollment_id = ${stuck.enrollmentId}`;
  expect(once).toEqual([{ status: "sent" }]);
});
