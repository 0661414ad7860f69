import { beforeEach, describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeMember, makeSnapshot, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { Step } from "@/lib/core/model";
import { advance } from "@/lib/engine/advance";
import { clockAt, DAY, later, NOW, startRun } from "@/lib/engine/fixtures/arrange";
import { enroll } from "@/lib/enrollments/mutations";
import { archiveSequence, saveDraft } from "@/lib/sequences/mutations";
import { getImpact, getVersion, listMoves } from "./data";
import { moveDates } from "./move-dates";
import { publishSequence } from "./publish";

const db = useTestDatabase();
const HOUR = DAY / 24;
const steps = (): Step[] => [
  makeStep(),
  makeStep({ name: "Nudge", wait: { amount: 1, unit: "days" } }),
  makeStep({ wait: { amount: 2, unit: "days" } }),
];

let run: Awaited<ReturnType<typeof startRun>>;
let actorId: string;
beforeEach(async () => {
  run = await startRun({ steps: steps() });
  actorId = await makeMember(run.accountId);
  await advance(run.run, clockAt(NOW));
});

const idOf = (index: number) => run.sequence.snapshot.steps[index]?.id ?? "";
const save = (after: Step[], over = {}) =>
  saveDraft(run.accountId, {
    ...{ sequenceId: run.sequence.sequenceId, draftRevision: 0, now: NOW },
    draft: makeSnapshot({ steps: after, ...over }),
  });
const withWait = (hours: number) =>
  run.sequence.snapshot.steps.map(
    (step, index): Step => (index === 1 ? { ...step, wait: { amount: hours, unit: "hours" } } : step),
  );

describe("the impact of publishing", () => {
  it("counts who is in flight by version and step, and says where each would go on", async () => {
    const { accountId, sequence } = run;
    const people = [await makeContact(accountId), await makeContact(accountId)];
    const { enrolled } = await enroll(accountId, {
      ...{ sequenceId: sequence.sequenceId, contactIds: people.map(({ id }) => id), actorId: null, now: NOW },
    });
    await db.sql`update enrollments set status = 'paused' where id = ${enrolled[0]?.enrollmentId ?? ""}`;
    await save(run.sequence.snapshot.steps.filter((_, index) => index !== 1));
    expect(await getImpact(accountId, sequence.sequenceId)).toEqual({
      draftRevision: 1,
      groups: [
        {
          ...{
            versionId: sequence.versionId,
            versionNumber: 1,
            stepId: idOf(0),
            stepNumber: 1,
            stepName: null,
          },
          ...{ count: 2, paused: 1, matchingStepId: idOf(0), canMove: true },
        },
        {
          ...{ versionId: sequence.versionId, versionNumber: 1, stepId: idOf(1), stepNumber: 2 },
          ...{ stepName: "Nudge", count: 1, paused: 0, matchingStepId: idOf(2), canMove: true },
        },
      ],
    });
  });

  it("leaves out who has ended", async () => {
    const { accountId, sequence } = run;
    await db.sql`update enrollments set status = 'ended', end_reason = 'replied' where id = ${run.enrollmentId}`;
    expect((await getImpact(accountId, sequence.sequenceId)).groups).toEqual([]);
  });

  it("offers no move to a version for other records, and refuses one", async () => {
    const { accountId, sequence } = run;
    await save(withWait(30), { target: "charge" });
    const [group] = (await getImpact(accountId, sequence.sequenceId)).groups;
    expect(group?.canMove).toBe(false);
    const choice = { versionId: sequence.versionId, stepId: idOf(1), act: "move" as const };
    const published = publishSequence(accountId, {
      ...{
        sequenceId: sequence.sequenceId,
        draftRevision: 1,
        note: "",
        choices: [choice],
        actorId,
        now: NOW,
      },
    });
    await expect(published).rejects.toMatchObject({ code: "invalid", message: "move_other_target" });
  });

  it("tells the next dates before and after a move, as the engine then keeps them", async () => {
    const { accountId, sequence } = run;
    await save(withWait(30));
    const asked = {
      sequenceId: sequence.sequenceId,
      versionId: sequence.versionId,
      stepId: idOf(1),
      now: NOW,
    };
    expect(await moveDates(accountId, asked)).toEqual({
      sampled: 1,
      people: [
        { name: "Ana Souza", before: later(DAY).toISOString(), after: later(30 * HOUR).toISOString() },
      ],
      zone: "America/Sao_Paulo",
    });
    const later3 = await moveDates(accountId, { ...asked, toStepId: idOf(2) });
    expect(later3.people[0]?.after).toBe(later(2 * DAY).toISOString());
  });

  it("tells that nothing more would be sent", async () => {
    await save(run.sequence.snapshot.steps.slice(0, 1));
    const { sequenceId, versionId } = run.sequence;
    const found = await moveDates(run.accountId, { sequenceId, versionId, stepId: idOf(1), now: NOW });
    expect(found.people).toMatchObject([{ before: later(DAY).toISOString(), after: null }]);
  });

  it("is not shown to another account, nor are versions and moves", async () => {
    const stranger = await makeAccount();
    const { sequenceId, versionId } = run.sequence;
    for (const read of [
      () => getImpact(stranger, sequenceId),
      () => getImpact(stranger, "not-an-id"),
      () => getVersion(stranger, sequenceId, 1),
      () => listMoves(stranger, sequenceId),
      () => moveDates(stranger, { sequenceId, versionId, stepId: null, now: NOW }),
    ]) {
      await expect(read()).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("publishing with choices", () => {
  it("refuses steps and versions that are not this sequence's", async () => {
    const { accountId, sequence } = run;
    const other = await startRun();
    await save(withWait(30));
    const publish = (choice: object) =>
      publishSequence(accountId, {
        ...{ sequenceId: sequence.sequenceId, draftRevision: 1, note: "", actorId, now: NOW },
        choices: [{ versionId: sequence.versionId, stepId: idOf(1), act: "move", ...choice }],
      });
    await expect(publish({ versionId: other.sequence.versionId })).rejects.toMatchObject({
      ...{ code: "invalid", message: "move_group_unknown" },
    });
    await expect(publish({ stepId: crypto.randomUUID() })).rejects.toMatchObject({
      message: "move_group_unknown",
    });
    await expect(publish({ toStepId: crypto.randomUUID() })).rejects.toMatchObject({
      message: "move_step_unknown",
    });
    expect(await listMoves(accountId, sequence.sequenceId)).toEqual([]);
    expect((await publish({})).move).toMatchObject({ total: 1, startsAt: later(15_000).toISOString() });
    expect(await listMoves(accountId, sequence.sequenceId)).toMatchObject([
      { versionNumber: 2, status: "waiting", total: 1, moved: 0, by: "Member administrator" },
    ]);
  });
});

describe("the triggers of a sequence", () => {
  const trigger = (event: "contact.created" | "charge.created") => ({
    ...{ event, match: "all" as const, conditions: [] },
  });
  const stored = () => db.sql`
    select event, name, trigger, checked_until from triggers where sequence_id = ${run.sequence.sequenceId}`;

  it("are those of the live version, and none while it is only a draft", async () => {
    const { sequenceId } = run.sequence;
    await save(withWait(30), { triggers: [trigger("contact.created")] });
    expect(await stored()).toEqual([]);
    const of = { sequenceId, note: "", actorId, now: NOW };
    await publishSequence(run.accountId, { ...of, draftRevision: 1 });
    expect(await stored()).toEqual([
      { event: "contact.created", name: "", trigger: trigger("contact.created"), checked_until: null },
    ]);
    await saveDraft(run.accountId, {
      ...{ sequenceId, draftRevision: 1, now: NOW },
      draft: makeSnapshot({ triggers: [trigger("charge.created")] }),
    });
    await publishSequence(run.accountId, { ...of, draftRevision: 2 });
    expect(await stored()).toMatchObject([{ event: "charge.created" }]);
  });

  it("are gone with the sequence that is archived", async () => {
    const { sequenceId } = run.sequence;
    await save(withWait(30), { triggers: [trigger("contact.created")] });
    await publishSequence(run.accountId, { sequenceId, draftRevision: 1, note: "", actorId, now: NOW });
    await archiveSequence(run.accountId, { sequenceId, actorId, now: NOW });
    expect(await stored()).toEqual([]);
  });
});
