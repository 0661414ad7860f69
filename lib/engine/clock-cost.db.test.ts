import { expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeAccount, makeInbox, settingsForTests } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import type { ClockTrigger } from "./clock-still";
import { crossed } from "./crossed";
import { DAY, later, MINUTE, NOW } from "./fixtures/arrange";

const database = useTestDatabase();
const IDLE: ClockTrigger = {
  ...{ event: "conversation.idle", match: "all", conditions: [] },
  idle: { minutes: 60, lastWord: "team", statuses: ["open"] },
};
const THREADS = 50_000;

type Plan = {
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: Plan[];
};

/** Every row that any part of the plan touched, whether it was kept or not. */
const rowsOf = (plan: Plan): number =>
  (plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0)) * plan["Actual Loops"] +
  (plan.Plans ?? []).reduce((sum, one) => sum + rowsOf(one), 0);

async function rowsRead(accountId: AccountId, now: Date): Promise<number> {
  const span = { from: new Date(now.getTime() - MINUTE), to: now };
  const look = { accountId, trigger: IDLE, span, settings: settingsForTests, now };
  const [row] = await withAccountSql(
    accountId,
    (tx) => tx<{ "QUERY PLAN": { Plan: Plan }[] }[]>`explain (analyze, format json) ${crossed(tx, look)}`,
  );
  const plan = row?.["QUERY PLAN"][0]?.Plan;
  if (!plan) throw new Error("No plan.");
  return rowsOf(plan);
}

it("fifty thousand idle conversations cost nothing while nothing crosses a line, and one row for each that does", async () => {
  const accountId = await makeAccount();
  const inbox = await makeInbox(accountId);
  // Each fell silent a second after the one before it, long ago; the last one a minute after that.
  await database.sql`
    with people as (
      insert into contacts (account_id, name) select ${accountId}, 'P' || n from generate_series(1, ${THREADS}::int) n
      returning id
    )
    insert into conversations (account_id, inbox_id, contact_id, last_outbound_at, last_message_at)
    select ${accountId}, ${inbox.id}, id, at, at
    from (select id, ${NOW}::timestamptz + make_interval(secs => row_number() over (order by id)) as at from people) p`;
  await database.sql`analyze contacts`;
  await database.sql`analyze conversations`;
  // What the policy of the table reads of the session is a row of the plan, too.
  expect(await rowsRead(accountId, later(30 * DAY))).toBeLessThan(5);
  const endOfHour = later(THREADS * 1_000 + 61 * MINUTE - 30_000);
  // Half a minute of them: each is read, its contact is read, and it is joined.
  expect(await rowsRead(accountId, endOfHour)).toBeLessThanOrEqual(30 * 6);
});
