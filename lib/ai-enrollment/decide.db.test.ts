import { beforeEach, describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { useTestDatabase } from "@/db/test-database";
import { block } from "@/lib/contacts/mutations";
import { resolve } from "@/lib/conversations/mutations";
import { clockAt, DAY, later, messageFrom, NOW } from "@/lib/engine/fixtures/arrange";
import { HOUR } from "@/lib/engine/fixtures/drafted";
import { receive } from "@/lib/engine/receive";
import { enroll } from "@/lib/enrollments/mutations";
import { candidatesOf } from "./candidates";
import { listSuggestions, suggestionCounts } from "./data";
import { acceptSuggestions, dismissSuggestions, restoreSuggestions } from "./decide";
import { lookAtVerdicts, startLooking, whoWrote } from "./fixtures/arrange";
import { loadLooking } from "./load";
import { lookForPeople } from "./look";
import { keepVerdict } from "./verdict";

const database = useTestDatabase();
const { verdicts, runs, notified } = lookAtVerdicts(() => database.sql);
/** Nobody is asked here. */
const NOWHERE = "http://127.0.0.1:9/v1";

beforeEach(() => database.sql`update ai_enrollments set is_on = false`);

/** So many people whom Maestro has just suggested. */
async function suggested(count = 1) {
  const asks = await startLooking({ url: NOWHERE });
  const { accountId, sequenceId, actorId } = asks;
  const people = [];
  for (let each = 0; each < count; each++) people.push(await whoWrote(asks));
  const { looking, candidates } = await withAccountSql(accountId, async (tx) => {
    const looking = await loadLooking(tx, sequenceId);
    if (!looking) throw new Error("It does not look.");
    return { looking, candidates: await candidatesOf(tx, { accountId, looking, most: count, now: NOW }) };
  });
  const verdict = {
    outcome: "ok" as const,
    shouldEnroll: true,
    confidence: 95,
    reason: "Asked for a price.",
  };
  for (const candidate of candidates)
    await keepVerdict(accountId, { looking, candidate, verdict, callId: null, now: NOW });
  const ids = (await verdicts(accountId)).map(({ id }) => id);
  return { ...asks, people, ids, act: { ids, actorId, now: later(HOUR) } };
}

const first = async (accountId: Parameters<typeof verdicts>[0]) => (await verdicts(accountId))[0];

describe("a suggestion", () => {
  it("is accepted once, by the person, however many press at once", async () => {
    const { accountId, act, actorId, people } = await suggested();
    expect(await listSuggestions(accountId, { sequenceId: null, now: NOW })).toMatchObject([
      {
        contactName: "Ana Souza",
        confidence: 95,
        lastWords: [{ from: "contact", text: "What is the price?" }],
      },
    ]);
    expect(await suggestionCounts(accountId, NOW)).toMatchObject([{ count: 1 }]);
    const all = await Promise.all([1, 2, 3].map(() => acceptSuggestions(accountId, act)));
    expect(all.flatMap(({ enrolled }) => enrolled)).toHaveLength(1);
    expect(await runs(accountId)).toMatchObject([{ contact_id: people[0]?.id, method: "ai" }]);
    expect(await first(accountId)).toMatchObject({ status: "enrolled", decided_by: actorId });
    expect((await notified(accountId)).every(({ read_at }) => read_at !== null)).toBe(true);
    expect(await suggestionCounts(accountId, NOW)).toEqual([]);
  });

  it("goes to one of two who decide otherwise at the same moment", async () => {
    for (let round = 0; round < 4; round++) {
      const { accountId, act } = await suggested();
      const [accepted, dismissed] = await Promise.all([
        acceptSuggestions(accountId, act),
        dismissSuggestions(accountId, act),
      ]);
      const status = (await first(accountId))?.status;
      expect(accepted.enrolled.length + dismissed.dismissed.length).toBe(1);
      expect(await runs(accountId)).toHaveLength(status === "enrolled" ? 1 : 0);
    }
  });

  it("is dismissed and taken back, while it could still be accepted", async () => {
    const { accountId, act } = await suggested();
    expect(await dismissSuggestions(accountId, act)).toEqual({ dismissed: act.ids });
    expect(await acceptSuggestions(accountId, act)).toMatchObject({ gone: act.ids });
    expect(await restoreSuggestions(accountId, act)).toEqual({ restored: act.ids });
    await dismissSuggestions(accountId, act);
    expect(await restoreSuggestions(accountId, { ...act, now: later(8 * DAY) })).toEqual({ restored: [] });
    expect(await runs(accountId)).toEqual([]);
  });

  it("of many: each by itself, and who may not come in is told with the reason", async () => {
    const { accountId, act, people, actorId } = await suggested(3);
    const [blocked] = people;
    await block(accountId, { contactId: blocked?.id ?? "", actorId, now: NOW });
    const done = await acceptSuggestions(accountId, act);
    expect(done.enrolled).toHaveLength(2);
    expect(done.refused).toMatchObject([{ code: "gone" }]);
  });

  it("enrolls nobody twice who came in another way meanwhile", async () => {
    const { accountId, act, people, sequenceId, actorId } = await suggested();
    const contactIds = people.map(({ id }) => id);
    await enroll(accountId, { sequenceId, contactIds, actorId, now: NOW });
    expect(await acceptSuggestions(accountId, act)).toMatchObject({ refused: [{ code: "existing" }] });
    expect(await runs(accountId)).toHaveLength(1);
  });

  it("is refused where the sequence was paused meanwhile", async () => {
    const { accountId, act, sequenceId } = await suggested();
    await database.sql`update sequences set status = 'paused' where id = ${sequenceId}`;
    expect(await acceptSuggestions(accountId, act)).toMatchObject({
      refused: [{ code: "sequence_not_active" }],
    });
  });

  it("of another account can neither be accepted nor dismissed nor seen", async () => {
    const mine = await suggested();
    const theirs = await suggested();
    const act = { ...mine.act, ids: theirs.ids };
    expect(await acceptSuggestions(mine.accountId, act)).toEqual({
      enrolled: [],
      refused: [],
      gone: theirs.ids,
    });
    expect(await dismissSuggestions(mine.accountId, act)).toEqual({ dismissed: [] });
    expect(await first(theirs.accountId)).toMatchObject({ status: "open" });
    const wish = { sequenceId: theirs.sequenceId, now: NOW };
    expect(await listSuggestions(mine.accountId, wish)).toEqual([]);
  });
});

describe("a suggestion expires, also where it is accepted before anybody looked,", () => {
  type Started = Awaited<ReturnType<typeof suggested>>;
  const cases: [string, string, (started: Started) => Promise<unknown>, Date][] = [
    ["after seven days", "too_old", async () => undefined, later(7 * DAY)],
    [
      "when the contact has answered",
      "answered",
      ({ accountId, inbox, people }) => {
        const events = [messageFrom(people[0]?.phone ?? null, { text: "Still there?", at: later(HOUR) })];
        return receive(accountId, { inboxId: inbox.id, events, now: later(HOUR) });
      },
      later(2 * HOUR),
    ],
    [
      "when the conversation was resolved",
      "resolved",
      async ({ accountId, people, actorId }) => {
        const [thread] = await database.sql<{ id: string }[]>`
          select id from conversations where contact_id = ${people[0]?.id ?? ""}`;
        const now = later(HOUR);
        return resolve(accountId, { conversationId: thread?.id ?? "", actorId, now });
      },
      later(2 * HOUR),
    ],
  ];
  it.each(cases)("%s", async (_, refusal, happens, now) => {
    for (const looksFirst of [true, false]) {
      const started = await suggested();
      const { accountId, act } = started;
      await happens(started);
      expect(await suggestionCounts(accountId, now)).toEqual([]);
      if (looksFirst) {
        await database.sql`update ai_enrollments set is_on = false`;
        await lookForPeople(clockAt(now));
        expect((await notified(accountId)).every(({ read_at }) => read_at !== null)).toBe(true);
      } else {
        expect(await acceptSuggestions(accountId, { ...act, now })).toMatchObject({
          refused: [{ code: refusal }],
        });
      }
      expect(await first(accountId)).toMatchObject({ status: "expired", refusal });
      expect(await runs(accountId)).toEqual([]);
    }
  });
});
