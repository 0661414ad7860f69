import fc from "fast-check";
import { expect, it } from "vitest";
import { makeAccount, makeContact, makeInbox, makeSequence, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { type InboxLimits, NO_INBOX_LIMITS } from "@/lib/core/model-inboxes";
import { TOLERANCE_MS } from "@/lib/core/pace-place";
import { enroll } from "@/lib/enrollments/mutations";
import { DAY, later, MINUTE, NOW } from "./fixtures/arrange";
import { createPlay } from "./fixtures/pacers";

const database = useTestDatabase();
const HOUR = 60 * MINUTE;

const limits = fc.record({
  perSecond: fc.option(fc.integer({ min: 1, max: 5 })),
  perMinute: fc.option(fc.integer({ min: 3, max: 12 })),
  perHour: fc.option(fc.integer({ min: 6, max: 30 })),
  perDay: fc.option(fc.integer({ min: 8, max: 40 }), { freq: 2 }),
  gapSeconds: fc.option(
    fc.constantFrom<InboxLimits["gapSeconds"][]>({ from: 1, to: 4 }, { from: 20, to: 90 }),
    { freq: 2 },
  ),
  recipientsPerDay: fc.option(fc.integer({ min: 8, max: 30 }), { freq: 2 }),
  warmUp: fc.option(fc.constant<InboxLimits["warmUp"]>({ startsOn: "2026-03-10", perDay: [6, 12] }), {
    freq: 2,
  }),
});

/** So many new people at a moment, in one of three sequences. */
const arrival = fc.record({
  people: fc.integer({ min: 1, max: 9 }),
  atMs: fc.oneof(fc.nat(3_000), fc.nat(3 * 60_000), fc.nat(3 * 3_600_000)),
  sequence: fc.nat(2),
});

type Sent = { at: Date; contact_id: string };

/** The most in any span of this length, the calls as late in their places as they may be. */
const mostWithin = (times: number[], ms: number) =>
  Math.max(0, ...times.map((from, i) => times.slice(i).filter((at) => at < from + ms + TOLERANCE_MS).length));
/** The most that have the same beginning of a calendar span; the account's day begins at 03:00 UTC. */
function mostIn(times: number[], ms: number, offset = 0): number {
  const counts = new Map<number, number>();
  for (const at of times) {
    const from = Math.floor((at - offset) / ms);
    counts.set(from, (counts.get(from) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

function holdTo(set: InboxLimits, log: Sent[]): void {
  const times = log.map(({ at }) => at.getTime());
  const { perSecond, perMinute, perHour, perDay, gapSeconds, recipientsPerDay, warmUp } = set;
  if (perSecond !== null) expect(mostWithin(times, 1_000)).toBeLessThanOrEqual(perSecond);
  if (perMinute !== null) expect(mostIn(times, MINUTE)).toBeLessThanOrEqual(perMinute);
  if (perHour !== null) expect(mostIn(times, HOUR)).toBeLessThanOrEqual(perHour);
  if (perDay !== null) expect(mostIn(times, DAY, 3 * HOUR)).toBeLessThanOrEqual(perDay);
  const gaps = times.slice(1).map((at, i) => at - (times[i] ?? 0));
  if (gapSeconds !== null)
    expect(Math.min(Number.POSITIVE_INFINITY, ...gaps)).toBeGreaterThan(
      gapSeconds.from * 1_000 + TOLERANCE_MS,
    );
  for (const { at } of recipientsPerDay === null ? [] : log) {
    const people = log.filter((one) => one.at >= at && one.at.getTime() < at.getTime() + DAY);
    expect(new Set(people.map((one) => one.contact_id)).size).toBeLessThanOrEqual(recipientsPerDay ?? 0);
  }
  for (const [day, most] of (warmUp?.perDay ?? []).entries()) {
    const from = Date.parse("2026-03-10T03:00:00Z") + day * DAY;
    expect(times.filter((at) => at >= from && at < from + DAY).length).toBeLessThanOrEqual(most);
  }
}

async function arrive(accountId: AccountId, sequenceId: string, people: number, now: Date) {
  const contacts = await Promise.all(Array.from({ length: people }, () => makeContact(accountId)));
  const contactIds = contacts.map(({ id }) => id);
  await enroll(accountId, { sequenceId, contactIds, actorId: null, now });
}

it("whatever the limits and the arrivals, none is exceeded in any window and everything is sent", async () => {
  const property = fc.asyncProperty(
    limits,
    fc.array(arrival, { minLength: 3, maxLength: 6 }),
    async (set, arrivals) => {
      const accountId = await makeAccount();
      const own = { ...NO_INBOX_LIMITS, ...set };
      await makeInbox(accountId, { limits: own });
      const sequences = await Promise.all(
        ["normal", "normal", "low"].map((priority) =>
          makeSequence(accountId, { steps: [makeStep()], priority: priority as "normal" | "low" }),
        ),
      );
      const coming = [...arrivals].sort((a, b) => a.atMs - b.atMs);
      const total = arrivals.reduce((sum, { people }) => sum + people, 0);
      const play = createPlay(database.sql, accountId);
      let now = NOW;
      for (let jumps = 0; ; jumps++) {
        if (jumps > 5_000) throw new Error("The runs do not come to an end.");
        const next = await play.next(now);
        const [first] = coming;
        if (first && (!next || next >= later(first.atMs))) {
          coming.shift();
          now = later(Math.max(first.atMs, now.getTime() - NOW.getTime()));
          const at = sequences[first.sequence];
          if (at) await arrive(accountId, at.sequenceId, first.people, now);
          continue;
        }
        if (!next) break;
        now = next;
        await play.turn(now);
      }
      const log = await database.sql<Sent[]>`
        select claimed_at as at, contact_id from messages
        where account_id = ${accountId} and status = 'sent' order by claimed_at`;
      expect(log).toHaveLength(total);
      holdTo(own, log);
    },
  );
  await fc.assert(property, { numRuns: Number(process.env.PACE_RUNS ?? 5) });
}, 280_000);
