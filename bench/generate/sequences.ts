import { type SequenceDraft, STEP_DEFAULTS, type Step } from "@/lib/core/model";
import { archiveSequence, createSequence, pauseSequence, saveDraft } from "@/lib/sequences/mutations";
import { emptyDraft } from "@/lib/sequences/schema";
import { publishSequence } from "@/lib/versions/publish";
import { idOf, type World } from "./account";
import { CUSTOM_EVENT, GOAL, type PlannedSequence, type PlannedStep, SEQUENCES } from "./plan";

export type MadeSequence = PlannedSequence & {
  id: string;
  made: { id: string; number: number; publishedAt: Date; steps: Step[] }[];
};

const DAY_MS = 86_400_000;

/** Every planned sequence with its versions, published when they were by the product's own verbs. */
export async function makeSequences(world: World, seed: number, end: Date): Promise<MadeSequence[]> {
  const made: MadeSequence[] = [];
  for (const planned of SEQUENCES) made.push(await makeOne(world, planned, seed, end));
  return made;
}

async function makeOne(
  { accountId, memberIds: [actorId = ""] }: World,
  planned: PlannedSequence,
  seed: number,
  end: Date,
): Promise<MadeSequence> {
  const at = (daysAgo: number) => new Date(end.getTime() - daysAgo * DAY_MS);
  const { name, tags, versions } = planned;
  const { id } = await createSequence(accountId, { name, tags, actorId, now: at(versions[0] ?? 0) });
  const on = { sequenceId: id, actorId };
  const made: MadeSequence["made"] = [];
  let draftRevision = 0;
  for (const [index, daysAgo] of versions.entries()) {
    const now = at(daysAgo);
    const draft = draftOf(planned, { seed, version: index });
    const saved = await saveDraft(accountId, { ...{ sequenceId: id, draft, draftRevision }, actorId, now });
    draftRevision = saved.draftRevision;
    const note = index === 0 ? "First version" : "Shorter texts";
    const version = await publishSequence(accountId, { ...on, draftRevision, note, now });
    made.push({ id: version.versionId, number: version.number, publishedAt: now, steps: draft.steps });
  }
  if (planned.archived) await archiveSequence(accountId, { ...on, now: at(planned.archived) });
  if (planned.isPaused) await pauseSequence(accountId, { ...on, now: at(1) });
  return { ...planned, id, made };
}

/** A later version says the same more shortly; its steps are the same ones. */
function draftOf(
  planned: PlannedSequence,
  { seed, version }: { seed: number; version: number },
): SequenceDraft {
  const { name, trigger, goal, holdoutPercent = 0, replyDoes = "end", isOfThread } = planned;
  return {
    ...emptyDraft(),
    target: isOfThread ? ("conversation" as const) : ("contact" as const),
    steps: planned.steps.map((step, index) => stepOf(step, index, { seed, name, version })),
    exitRules: { onReply: "any_channel" as const, replyDoes, onResolution: isOfThread === true },
    goal: goal ? { event: GOAL } : null,
    holdoutPercent,
    reenrollment: { rule: "after_end" as const, days: 7 },
    triggers: trigger ? [triggerOf(trigger)] : [],
  };
}

const triggerOf = (event: NonNullable<PlannedSequence["trigger"]>) => ({
  ...{ event, match: "all" as const, conditions: [] },
  ...(event === "custom" && { name: CUSTOM_EVENT }),
});

type Of = { seed: number; name: string; version: number };

function stepOf(planned: PlannedStep, index: number, { seed, name, version }: Of): Step {
  const { days, at, channel, variants = 1, mode } = planned;
  const id = idOf(seed, `${name} step ${index}`);
  return {
    ...STEP_DEFAULTS,
    ...{ id, name: `${name} ${index + 1}`.slice(0, 80), channel },
    wait: days === 0 ? { amount: 0, unit: "minutes" } : { amount: days, unit: "days", ...(at && { at }) },
    content: contentOf(name, { index, version, variant: 0 }),
    windowClosed: { do: "other_channel" },
    ...(mode && { compose: { mode, instruction: "Ask once, in a friendly way, what is in the way." } }),
    variants: Array.from({ length: variants - 1 }, (_, further) => ({
      id: idOf(seed, `${name} step ${index} variant ${further}`),
      weight: 1,
      content: contentOf(name, { index, version, variant: further + 1 }),
    })),
  };
}

const OPENINGS = ["Hi", "Hello", "Good to see you,"];
const ENDINGS = ["Shall we talk today?", "What is in the way?", "Is next week better?"];

function contentOf(
  name: string,
  { index, version, variant }: { index: number; version: number; variant: number },
) {
  const opening = OPENINGS[variant % OPENINGS.length];
  const long = version === 0 ? " We have not heard from you since." : "";
  const text = `${opening} {{ contact.first_name | default: "there" }}, about ${name.toLowerCase()} (${index + 1}).${long} ${ENDINGS[(index + variant + version) % ENDINGS.length]}`;
  return { type: "text" as const, text, subject: `${name}, ${index + 1}` };
}
