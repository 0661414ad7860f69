import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeAccount, makeInbox, makeMember, makeSequence, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { type OpenAiStub, startOpenAiStub } from "@/e2e/stubs/openai-server";
import type { AccountId } from "@/lib/accounts/account-id";
import { enroll } from "@/lib/enrollments/mutations";
import { advance } from "./advance";
import { clockAt, later, MINUTE, NOW } from "./fixtures/arrange";
import { allowPrivate, HOUR } from "./fixtures/drafted";
import { makeMaestro } from "./fixtures/maestro";

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

const DUE = later(2 * HOUR);
/** The executor's hands are more; the database's connections are not. */
const AT_ONCE = 100;

async function arrange(people: number) {
  const accountId = await makeAccount();
  await makeInbox(accountId);
  await makeMember(accountId);
  await makeMaestro(accountId, model.url, { leadMinutes: 5 });
  const contacts = await database.sql<{ id: string }[]>`
    with people as (
      insert into contacts (account_id, name, first_name)
      select ${accountId}, 'Person ' || n, 'Person' from generate_series(1, ${people}) n returning id
    )
    insert into contact_identities (account_id, contact_id, kind, value)
    select ${accountId}, id, 'phone', '+55119' || (10000000 + row_number() over ())::text from people
    returning contact_id as id`;
  const contactIds = contacts.map(({ id }) => id);
  for (const mode of ["ai_full", "ai_assisted"] as const) {
    const step = makeStep({
      ...{ wait: { amount: 2, unit: "hours" }, compose: { mode, instruction: "Ask how it goes." } },
    });
    const { sequenceId } = await makeSequence(accountId, { steps: [step] });
    await enroll(accountId, { sequenceId, contactIds, actorId: null, now: NOW });
  }
  return accountId;
}

/** Asks every run whose moment has come, again and again until none is left whose moment is before the next. */
async function playUntil(accountId: AccountId, until: Date) {
  let turns = 0;
  for (;;) {
    const due = await database.sql<{ id: string; at: Date }[]>`
      select id, next_action_at as at from enrollments
      where account_id = ${accountId} and status = 'active' and next_action_at <= ${until}
      order by next_action_at limit ${AT_ONCE}`;
    if (due.length === 0) return turns;
    const at = new Date(Math.max(...due.map((run) => run.at.getTime())));
    await Promise.all(due.map(({ id }) => advance({ accountId, enrollmentId: id, driver: 1 }, clockAt(at))));
    turns += due.length;
  }
}

const counted = async (accountId: AccountId) => ({
  runs: await database.sql`
    select status::text, next_because as because, count(*)::int as count from enrollments
    where account_id = ${accountId} group by 1, 2 order by 1, 2`,
  messages: await database.sql`
    select status::text, content->>'text' as text, count(*)::int as count from messages
    where account_id = ${accountId} group by 1, 2`,
  drafts: await database.sql`
    select mode, status, origin, fallback, count(*)::int as count from drafts
    where account_id = ${accountId} group by 1, 2, 3, 4 order by 1, 2`,
});

describe("a thousand steps that Maestro writes, while it is down", () => {
  it("are all said in their own words when they are due, or wait for a person, and none is stuck", async () => {
    const PEOPLE = 500;
    model.mode("server_error");
    const accountId = await arrange(PEOPLE);
    await playUntil(accountId, new Date(DUE.getTime() - MINUTE));
    expect((await counted(accountId)).messages).toEqual([]);
    await playUntil(accountId, new Date(DUE.getTime() + 5 * MINUTE));
    expect(await counted(accountId)).toEqual({
      runs: [
        { status: "active", because: "approval_pending", count: PEOPLE },
        { status: "ended", because: "no_step_left", count: PEOPLE },
      ],
      messages: [{ status: "sent", text: "Hi Person", count: PEOPLE }],
      drafts: [
        ...[
          { mode: "ai_assisted", status: "open", origin: "fallback", fallback: "unavailable", count: PEOPLE },
        ],
        ...[
          {
            mode: "ai_full",
            status: "withdrawn",
            origin: "fallback",
            fallback: "unavailable",
            count: PEOPLE,
          },
        ],
      ],
    });
    // A server that is down is not asked a thousand times over.
    expect(model.asked.length).toBeLessThan(2 * PEOPLE);
  }, 180_000);

  it("are written when it is back in time", async () => {
    const PEOPLE = 60;
    model.mode("correct");
    const accountId = await arrange(PEOPLE);
    await playUntil(accountId, new Date(DUE.getTime() + 5 * MINUTE));
    const { drafts, messages } = await counted(accountId);
    expect(drafts).toEqual([
      { mode: "ai_assisted", status: "open", origin: "ai", fallback: null, count: PEOPLE },
      { mode: "ai_full", status: "used", origin: "ai", fallback: null, count: PEOPLE },
    ]);
    expect(messages).toMatchObject([{ status: "sent", count: PEOPLE }]);
  }, 180_000);
});
