import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { type Preview, preview, previewFacts } from "@/lib/core/preview";
import { enroll } from "@/lib/enrollments/mutations";
import { aboutContact } from "./about-contact";
import { buildWorld } from "./fixtures/build-world";
import { createPlay } from "./fixtures/pacers";
import { type Provider, startProvider } from "./fixtures/provider";
import { type World, world } from "./fixtures/worlds";

/** `PREVIEW_RUNS=2000` looks further; a failure prints the seed and path that repeat it. */
const RUNS = Number(process.env.PREVIEW_RUNS ?? 60);
const IS_LONG = process.env.PREVIEW_RUNS !== undefined;
/** More than a preview looks ahead. */
const MOST_TURNS = 1_000;

const database = useTestDatabase();
let provider: Provider;
beforeAll(async () => {
  provider = await startProvider(() => 0);
});
afterAll(() => provider.close());

/** What becomes of a run: each step with the moment, the way and the words, and the end. */
type Story = {
  steps: {
    stepId: string;
    kind: "send" | "skip" | "fail";
    at: string;
    inboxId: string | null;
    channel: string | null;
    variantId: string | null;
    text: string | null;
  }[];
  end: { at: string; reason: string } | null;
  /** What it waits for when nothing ends it. */
  waitsFor: string | null;
};

function foretold({ steps, end, waitsFor }: Preview): Story {
  return {
    steps: steps.map(({ stepId, kind, at, send }) => ({
      ...{
        stepId,
        kind,
        at: at.toISOString(),
        inboxId: send?.inboxId ?? null,
        channel: send?.channel ?? null,
      },
      ...{ variantId: send?.variantId ?? null, text: send?.content.text ?? null },
    })),
    end: end && { at: end.at.toISOString(), reason: end.reason },
    waitsFor: waitsFor?.code ?? null,
  };
}

const KINDS: Record<string, Story["steps"][number]["kind"]> = {
  sent: "send",
  skipped: "skip",
  failed: "fail",
};

/** Lets the engine drive the run, asking at the very moments that it names, until it ends or waits for a person. */
async function played(accountId: AccountId, enrollmentId: string, now: Date): Promise<Story> {
  const { sql } = database;
  const play = createPlay(sql, accountId);
  let at = now;
  let waitsFor: string | null = null;
  for (let turns = 0; waitsFor === null; turns++) {
    if (turns > MOST_TURNS) throw new Error("The run does not come to an end.");
    await play.turn(at);
    const [run] = await sql`select next_because, status from enrollments where id = ${enrollmentId}`;
    if (run?.status === "ended") break;
    if (run?.next_because === "inbox_paused") waitsFor = run.next_because;
    at = (await play.next(at)) ?? at;
  }
  const [run] = await sql`select ended_at, end_reason from enrollments where id = ${enrollmentId}`;
  const rows = await sql`
    select step_id, status, coalesce(claimed_at, created_at) as at, inbox_id, channel, variant_id, content
    from messages where enrollment_id = ${enrollmentId} order by step_id`;
  return {
    steps: rows.map((row) => ({
      ...{ stepId: row.step_id, kind: KINDS[row.status] ?? row.status, at: row.at.toISOString() },
      ...{ inboxId: row.inbox_id, channel: row.channel, variantId: row.variant_id },
      text: row.content?.text ?? null,
    })),
    end: run?.ended_at ? { at: run.ended_at.toISOString(), reason: run.end_reason } : null,
    waitsFor,
  };
}

/** What a long search has met, to see that it looks everywhere. */
const seen = new Map<string, number>();
function count({ steps, end, waitsFor }: Story): void {
  const met = [...steps.map(({ kind }) => kind), end ? `end: ${end.reason}` : `waits: ${waitsFor}`];
  for (const one of ["run", ...met]) seen.set(one, (seen.get(one) ?? 0) + 1);
}

/** Null when the sequence does not take the contact in. */
async function both(one: World): Promise<{ foreseen: Story; happened: Story } | null> {
  const { now, sequenceId, contactId } = one;
  const { accountId, snapshot, recordId, agent } = await buildWorld(database.sql, one, provider.url);
  const wish = { contactId, snapshot, now, ...(recordId && { aboutId: recordId }) };
  const about = await withAccountSql(accountId, (tx) => aboutContact(tx, wish));
  if (!about) throw new Error("The contact is missing.");
  const foreseen = foretold(preview(previewFacts(snapshot, { ...about, agent, sequenceId }, now), now));
  const { enrolled } = await enroll(accountId, {
    ...{ sequenceId, contactIds: [contactId], actorId: null, now },
    ...(recordId && { aboutIds: [recordId] }),
  });
  const [run] = enrolled;
  return run ? { foreseen, happened: await played(accountId, run.enrollmentId, now) } : null;
}

/** Whoever comes to a queue within the last moments of a full minute is given a place so long after its end at most. */
const MOMENT_MS = 500;

/** What happened, with the foreseen moments where only a queue's own moment lies between. */
function asForeseen({ foreseen, happened }: { foreseen: Story; happened: Story }): Story {
  const near = (at: string, then: string | undefined) =>
    then && Math.abs(Date.parse(at) - Date.parse(then)) <= MOMENT_MS ? then : at;
  const { steps, end } = happened;
  return {
    ...happened,
    steps: steps.map((step, n) => ({ ...step, at: near(step.at, foreseen.steps[n]?.at) })),
    end: end && { ...end, at: near(end.at, foreseen.end?.at) },
  };
}

describe("the preview of a run that is yet to begin", () => {
  it(
    "is what the engine then does: each step's moment, channel, inbox and words, and the end",
    async () => {
      const property = fc.asyncProperty(world, async (one) => {
        const stories = await both(one);
        fc.pre(stories !== null);
        expect(stories && asForeseen(stories)).toEqual(stories?.foreseen);
        if (IS_LONG && stories) count(stories.happened);
      });
      await fc.assert(property, { numRuns: RUNS, endOnFailure: true });
      if (IS_LONG) console.log(Object.fromEntries(seen));
    },
    RUNS * 5_000,
  );
});
