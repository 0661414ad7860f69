import "server-only";
import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Facts } from "@/lib/core/facts";
import type { SequenceSnapshot } from "@/lib/core/model";
import { sequenceSnapshotSchema } from "@/lib/core/model-schemas";
import { previewFacts } from "@/lib/core/preview";
import { type SimulatedRun, simulate } from "@/lib/core/simulate";
import type { Simulation } from "@/lib/core/simulation-tally";
import { aboutContacts } from "@/lib/engine/about-contact";
import { agentOf } from "@/lib/engine/agent";
import { AppError } from "@/lib/errors";
import { getDraft } from "@/lib/sequences/data";
import { loadOthers } from "./others";
import { type People, peopleOf } from "./people";
import type { Population, SimulationEvent } from "./schema";

type Wish = { sequenceId: string; population: Population; now: Date; tick: () => number };

/** Facts of so many people are read at once: large enough to be quick, small enough to tell how far it is. */
const CHUNK = 500;
/** No longer does the server's one thread belong to a simulation before others get their turn. */
const TURN_MS = 15;
const TELL_MS = 100;

/**
 * What the saved draft would do for many people at once, by the engine's own rules: progress on the way, and the result.
 * Writes nothing. `tick` is a clock in milliseconds for its own pace. Throws `not_found` and `invalid`.
 */
export async function* simulateSequence(accountId: AccountId, wish: Wish): AsyncGenerator<SimulationEvent> {
  const startedMs = wish.tick();
  const { draft } = await getDraft(accountId, wish.sequenceId);
  const parsed = sequenceSnapshotSchema.safeParse(draft);
  if (!parsed.success) throw new AppError("invalid", "draft_incomplete");
  const snapshot = parsed.data;
  const people = await withAccountSql(accountId, (tx) => peopleOf(tx, { ...wish, snapshot }));
  if (people.starts.length === 0 && people.notEnrolled.length === 0) {
    throw new AppError("invalid", "simulation_nobody");
  }

  const runs: SimulatedRun[] = [];
  for await (const loaded of loadRuns(accountId, wish, snapshot, people)) {
    runs.push(...loaded);
    yield { kind: "progress", stage: "loading", done: runs.length, total: people.starts.length };
  }
  const { others, areCut } = await loadOthers(accountId, runs, wish);
  const result = yield* folded([...runs, ...others], wish);
  const first = runs[0]?.facts;
  yield {
    kind: "result",
    result: {
      ...result,
      firstSendAt: result.firstSendAt?.toISOString() ?? null,
      lastSendAt: result.lastSendAt?.toISOString() ?? null,
      inboxes: (first?.inboxes ?? []).map(({ id, name }) => ({ id, name })),
      notEnrolled: people.notEnrolled,
      isCut: people.isCut,
      others: others.length,
      areOthersCut: areCut,
      timeZone: first?.settings.timeZone ?? "UTC",
      tookMs: Math.round(wish.tick() - startedMs),
    },
  };
}

async function* loadRuns(
  accountId: AccountId,
  { sequenceId, now }: Wish,
  snapshot: SequenceSnapshot,
  { starts }: People,
): AsyncGenerator<SimulatedRun[]> {
  const agent = await withAccountSql(accountId, (tx) => agentOf(tx, snapshot.defaultAssigneeId));
  for (let from = 0; from < starts.length; from += CHUNK) {
    const part = starts.slice(from, from + CHUNK);
    const abouts = await withAccountSql(accountId, (tx) => aboutOf(tx, part, { snapshot, now }));
    yield part.flatMap(({ contactId, aboutId, at }) => {
      const about = abouts.get(`${contactId} ${aboutId}`);
      if (!about) return [];
      return {
        facts: previewFacts(snapshot, { ...about, agent, sequenceId }, at),
        startAt: at,
        isOther: false,
      };
    });
  }
}

type About = Omit<Facts, "enrollment" | "sequence" | "current" | "sentAny" | "agent">;

/** By contact and what the run is about. */
async function aboutOf(
  tx: SqlTx,
  part: People["starts"],
  { snapshot, now }: { snapshot: SequenceSnapshot; now: Date },
): Promise<Map<string, About>> {
  const contactIds = [...new Set(part.map((one) => one.contactId))];
  const aboutIds = part.flatMap(({ aboutId }) => aboutId ?? []);
  const wish = { contactIds, snapshot, now, ...(aboutIds.length > 0 && { aboutIds }) };
  const abouts = await aboutContacts(tx, wish);
  return new Map(
    abouts.map((about) => [
      `${about.contact.id} ${about.record?.id ?? about.conversation?.id ?? null}`,
      about,
    ]),
  );
}

async function* folded(
  runs: SimulatedRun[],
  { now, tick }: Wish,
): AsyncGenerator<SimulationEvent, Simulation> {
  const steps = simulate(runs, now);
  let restedMs = tick();
  let toldMs = -TELL_MS;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (tick() - restedMs < TURN_MS) continue;
    await new Promise((resume) => setImmediate(resume));
    restedMs = tick();
    if (restedMs - toldMs < TELL_MS) continue;
    toldMs = restedMs;
    yield { kind: "progress", stage: "simulating", ...step.value };
  }
}
