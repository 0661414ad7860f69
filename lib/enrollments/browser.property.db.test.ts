import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeAccount, makeContact, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { CHANNELS, END_REASONS, ENROLLMENT_STATUSES } from "@/lib/core/model";
import { foldChanges } from "@/lib/reports/rollups";
import { scopeOf } from "./filter-sql";
import { isMeant, type NaiveRun, type NaiveSegment, orderOf } from "./fixtures/naive-filter";
import { countEnrollments } from "./read-count";
import { findRuns } from "./read-found";
import { writePlace } from "./read-order";
import { ENROLLMENT_SORTS, type EnrollmentFilter, type EnrollmentPlace } from "./schema";

const database = useTestDatabase();
const DAY_MS = 86_400_000;
/** So small that each way of finding runs takes its turn. */
const BOUNDS = { few: 6, tried: 4, looked: 12, searched: 9, contacts: 1, found: 3 };
const RUNS = 150;

let accountId: AccountId;
let runs: NaiveRun[];
let kept: NaiveSegment[];
const ids = {
  sequences: [] as string[],
  versions: [] as string[],
  steps: [] as string[],
  users: [] as string[],
  segments: [] as string[],
};

/** The same numbers in each run of the test. */
function random(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

beforeAll(async () => {
  accountId = await makeAccount();
  const pick = random(7);
  for (let index = 0; index < 3; index++) {
    const { sequenceId, versionId, snapshot } = await makeSequence(accountId);
    ids.sequences.push(sequenceId);
    ids.versions.push(versionId);
    ids.steps.push(...snapshot.steps.map(({ id }) => id));
  }
  ids.users = [randomUUID(), randomUUID()];
  const people: Awaited<ReturnType<typeof makeContact>>[] = [];
  for (const [name, tags, email] of [
    ["Ana Souza", ["VIP", "lead"], "ana@example.com"],
    ["João Gonçalves", ["vip"], null],
    ["Bo 100% Lima", [], "bo_lima@example.com"],
    ["ANABEL", ["lead"], null],
  ] as const) {
    people.push(await makeContact(accountId, { name, tags: [...tags], email }));
  }
  // One is asked of the contacts each time, the other was looked at when it had others in it.
  const segments = await database.sql<{ id: string }[]>`
    insert into segments (account_id, name, filter)
    select ${accountId}, name, ${database.sql.json({ match: "all", conditions: [{ variable: "contact.name", operator: "contains", value: "a" }] })} from unnest(array['All', 'Kept']) name returning id`;
  ids.segments = segments.map(({ id }) => id);
  const everybody = people.map(({ id }) => id);
  const looked = [everybody[0], everybody[2]].map(String);
  kept = [everybody, looked].map((contacts, nth) => ({ segment: String(ids.segments[nth]), contacts }));
  await database.sql`
    insert into report_segments (segment_id, account_id, asked_at, read_at) values (${ids.segments[1] ?? null}, ${accountId}, now(), now())`;
  await database.sql`
    insert into report_members (segment_id, contact_id, account_id)
    select ${ids.segments[1] ?? null}, contact, ${accountId} from unnest(${looked}::uuid[]) contact`;
  const now = Date.now();
  const rows = Array.from({ length: RUNS }, (_, index) => {
    const sequence = pick(3);
    const status = (["active", "paused", "ended", "ended"] as const)[pick(4)] ?? "ended";
    // Several share a moment, and some stand just at the edge of a day in São Paulo.
    const enrolledAt = new Date(pick(3) === 0 ? Date.UTC(2026, 2, 10, 3) - pick(2) : now - pick(12) * DAY_MS);
    return {
      ...{ id: randomUUID(), account_id: accountId, sequence_id: ids.sequences[sequence] },
      ...{
        version_id: ids.versions[sequence],
        step_id: pick(5) === 0 ? null : ids.steps[sequence * 2 + pick(2)],
      },
      ...{ contact_id: people[index % people.length]?.id, conversation_id: randomUUID(), status },
      end_reason: status === "ended" ? END_REASONS[pick(4)] : null,
      ended_at: status === "ended" ? new Date(now - pick(5) * DAY_MS) : null,
      next_action_at: status === "active" ? new Date(now + pick(4) * DAY_MS) : null,
      ...{ assignee_id: ids.users[pick(3)] ?? null, last_channel: CHANNELS[pick(4)] ?? null },
      ...{
        entry: ["manual", "bulk", "deal.won"][pick(3)],
        is_holdout: pick(6) === 0,
        enrolled_at: enrolledAt,
      },
      wait_from_at: new Date(now - pick(9) * DAY_MS - 3_600_000),
    };
  });
  await database.sql`insert into enrollments ${database.sql(rows)}`;
  runs = await database.sql<NaiveRun[]>`
    select e.*, c.name, c.tags,
      (select array_agg(value) from contact_identities i where i.contact_id = c.id) as addresses
    from enrollments e join contacts c on c.id = e.contact_id where e.account_id = ${accountId}`;
});

const days = fc.constantFrom(
  "2026-03-09",
  "2026-03-10",
  ...[-11, -6, -2, -1, 0, 1, 2].map((ago) => new Date(Date.now() + ago * DAY_MS).toISOString().slice(0, 10)),
);

/** Filters of one to five parts. */
const filters = () => {
  const parts: Record<keyof EnrollmentFilter, fc.Arbitrary<unknown>> = {
    status: fc.constantFrom(...ENROLLMENT_STATUSES, "live"),
    reason: fc.constantFrom(...END_REASONS.slice(0, 5)),
    sequence: fc.constantFrom(...ids.sequences, randomUUID()),
    version: fc.constantFrom(...ids.versions),
    step: fc.constantFrom(...ids.steps, randomUUID(), "none"),
    assignee: fc.constantFrom(...ids.users, "none"),
    channel: fc.constantFrom(...CHANNELS, "none"),
    entry: fc.constantFrom("manual", "bulk", "deal.won", "deal.lost"),
    tag: fc.constantFrom("vip", "LEAD", "none of them"),
    segment: fc.constantFrom(...ids.segments, randomUUID()),
    from: days,
    to: days,
    nextFrom: days,
    nextTo: days,
    waiting: fc.constantFrom(1, 3, 8),
    holdout: fc.constantFrom("yes", "no"),
    search: fc.constantFrom("ana", "JOAO", "gonçalves", "100%", "_lima", "example.com", "nobody", "+55", "%"),
    ids: fc.constantFrom(
      runs.slice(0, 40).map(({ id }) => id),
      [randomUUID()],
    ),
  };
  return fc
    .uniqueArray(fc.constantFrom(...Object.keys(parts)), { minLength: 0, maxLength: 5 })
    .chain((names) =>
      fc.record(Object.fromEntries(names.map((name) => [name, parts[name as keyof EnrollmentFilter]]))),
    ) as fc.Arbitrary<EnrollmentFilter>;
};
const orders = fc.record({
  sort: fc.constantFrom(...ENROLLMENT_SORTS),
  order: fc.constantFrom("asc" as const, "desc" as const, undefined),
});

const pageOf = (filter: EnrollmentFilter, place: EnrollmentPlace, limit: number) =>
  withAccountSql(accountId, async (tx) =>
    findRuns(tx, await scopeOf(tx, filter), { place, limit, bounds: BOUNDS }),
  );

/** All pages of a list, read forwards. */
async function readAll(filter: EnrollmentFilter, order: EnrollmentPlace, limit: number) {
  const found = await pageOf(filter, order, limit);
  for (let page = found; page.length === limit; ) {
    const last = page.at(-1);
    page = await pageOf(filter, { ...order, after: last && writePlace(last) }, limit);
    found.push(...page);
  }
  return found;
}

it("finds what each filter means, in order, page by page and back, and counts it", async () => {
  await fc.assert(
    fc.asyncProperty(filters(), orders, fc.integer({ min: 3, max: 60 }), async (filter, order, limit) => {
      const expected = runs
        .filter((run) => isMeant(run, filter, kept))
        .toSorted(orderOf(order))
        .map(({ id }) => id);
      const found = await readAll(filter, order, limit);
      expect(found.map(({ id }) => id)).toEqual(expected);
      const last = found.at(-1);
      if (last) {
        const before = await pageOf(filter, { ...order, before: writePlace(last) }, RUNS);
        expect(before.map(({ id }) => id).toReversed()).toEqual(expected.slice(0, -1));
      }
      expect(await countEnrollments(accountId, filter)).toEqual({ count: expected.length, isExact: true });
    }),
    { numRuns: 120 },
  );
});

it("finds by every filter alone", async () => {
  const alone: EnrollmentFilter[] = [
    ...ENROLLMENT_STATUSES.map((status) => ({ status })),
    ...[{ status: "live" as const }, { reason: "replied" as const }, { sequence: ids.sequences[0] }],
    ...[
      { version: ids.versions[1] },
      { step: ids.steps[2] },
      { assignee: ids.users[0] },
      { assignee: "none" },
    ],
    ...[{ channel: "sms" as const }, { channel: "none" as const }, { entry: "bulk" }, { tag: "Vip" }],
    ...[{ from: "2026-03-10" }, { to: "2026-03-09" }, { waiting: 3 }, { holdout: "yes" as const }],
    ...ids.segments.map((segment) => ({ segment })),
    ...[{ search: "ana" }, { search: "joão" }, { ids: runs.slice(3, 9).map(({ id }) => id) }],
  ];
  for (const filter of alone) {
    const expected = runs.filter((run) => isMeant(run, filter, kept)).map(({ id }) => id);
    expect(expected.length, JSON.stringify(filter)).toBeGreaterThan(0);
    const found = await readAll(filter, {}, 20);
    expect(found.map(({ id }) => id).toSorted(), JSON.stringify(filter)).toEqual(expected.toSorted());
  }
});

it("counts the same when its changes were folded", async () => {
  const filter = { status: "ended" as const, sequence: ids.sequences[0], from: "2026-03-10" };
  const before = await countEnrollments(accountId, filter);
  await foldChanges(accountId, new Date());
  expect(await countEnrollments(accountId, filter)).toEqual(before);
  expect(before.count).toBe(runs.filter((run) => isMeant(run, filter, kept)).length);
});
