import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import {
  makeAccount,
  makeContact,
  makeEnrollment,
  makeInbox,
  makeMember,
  makeSequence,
  makeSnapshot,
  makeStep,
} from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { getSequence, listSequences, listTags } from "./data";
import {
  archiveSequence,
  createSequence,
  describeSequence,
  duplicateSequence,
  pauseSequence,
  renameSequence,
  resumeSequence,
  saveDraft,
} from "./mutations";

const db = useTestDatabase();
const now = new Date("2026-11-23T12:00:00Z");
const draft = makeSnapshot();
let account: AccountId;
let stranger: AccountId;
let actorId: string;

beforeEach(async () => {
  account = await makeAccount();
  stranger = await makeAccount();
  actorId = await makeMember(account);
  await makeInbox(account);
});

const create = () => createSequence(account, { name: "Overdue", actorId, now });
const detail = (sequenceId: string) => getSequence(account, sequenceId);
const wakes = async (enrollmentId: string) =>
  db.sql`select event_id as "eventId" from outbox where data ->> 'enrollmentId' = ${enrollmentId} order by seq`;

describe("renaming and duplicating", () => {
  it("renames", async () => {
    const { id } = await create();
    await renameSequence(account, { sequenceId: id, name: "Payment overdue" });
    expect((await detail(id)).name).toBe("Payment overdue");
    const foreign = renameSequence(stranger, { sequenceId: id, name: "Mine" });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
  });

  it("copies the draft into a new sequence whose steps have ids of their own", async () => {
    const source = await makeSequence(account);
    const { id } = await duplicateSequence(account, {
      sequenceId: source.sequenceId,
      name: "A copy",
      actorId,
      now,
    });
    const copy = await detail(id);
    expect(copy).toMatchObject({ name: "A copy", status: "draft", live: null });
    expect(copy.draft.steps.map(({ content }) => content)).toEqual(
      source.snapshot.steps.map(({ content }) => content),
    );
    const ids = new Set([...copy.draft.steps, ...source.snapshot.steps].map((step) => step.id));
    expect(ids.size).toBe(4);
  });

  it("copies nothing of another account", async () => {
    const source = await makeSequence(account);
    const copied = duplicateSequence(stranger, {
      sequenceId: source.sequenceId,
      name: "Mine",
      actorId,
      now,
    });
    await expect(copied).rejects.toMatchObject({ code: "not_found" });
    expect(await listSequences(stranger, { status: "current", tag: null })).toEqual([]);
  });
});

describe("pausing and resuming", () => {
  it("keeps the runs, and wakes each live one when it goes on", async () => {
    const sequence = await makeSequence(account);
    const [live, paused, ended] = await Promise.all(
      (["active", "paused", "ended"] as const).map(async (status) => {
        const contact = await makeContact(account);
        return makeEnrollment(account, sequence, contact.id, {
          status,
          endReason: status === "ended" ? "replied" : null,
        });
      }),
    );
    const act = { sequenceId: sequence.sequenceId, actorId, now };
    await pauseSequence(account, act);
    expect(await detail(sequence.sequenceId)).toMatchObject({ status: "paused", inFlight: 2 });

    expect(await resumeSequence(account, act)).toEqual({ status: "active", woken: 2 });
    expect(await wakes(live?.id ?? "")).toEqual([{ eventId: `wake:${live?.id}:1` }]);
    expect(await wakes(paused?.id ?? "")).toEqual([{ eventId: `wake:${paused?.id}:1` }]);
    expect(await wakes(ended?.id ?? "")).toEqual([]);
  });

  it("refuses to pause what does not run and to resume what is not paused", async () => {
    const { id } = await create();
    const act = { sequenceId: id, actorId, now };
    await expect(pauseSequence(account, act)).rejects.toMatchObject({
      code: "conflict",
      message: "sequence_not_active",
    });
    await expect(resumeSequence(account, act)).rejects.toMatchObject({
      code: "conflict",
      message: "sequence_not_paused",
    });
  });

  it("wakes each run once when two people resume at once", async () => {
    const sequence = await makeSequence(account);
    const contact = await makeContact(account);
    const run = await makeEnrollment(account, sequence, contact.id);
    const act = { sequenceId: sequence.sequenceId, actorId, now };
    await pauseSequence(account, act);
    const results = await Promise.allSettled([resumeSequence(account, act), resumeSequence(account, act)]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await wakes(run.id)).toHaveLength(1);
  });

  it("does not pause a sequence of another account", async () => {
    const { sequenceId } = await makeSequence(account);
    const foreign = pauseSequence(stranger, { sequenceId, actorId, now });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    expect((await detail(sequenceId)).status).toBe("active");
  });
});

describe("archiving", () => {
  it("ends every live run and takes no more changes", async () => {
    const sequence = await makeSequence(account);
    const { sequenceId } = sequence;
    const contact = await makeContact(account);
    const run = await makeEnrollment(account, sequence, contact.id);
    const act = { sequenceId, actorId, now };
    expect(await archiveSequence(account, act)).toEqual({ status: "archived", ended: 1 });

    const [row] = await db.sql`
      select status, end_reason as "endReason" from enrollments where id = ${run.id}`;
    expect(row).toEqual({ status: "ended", endReason: "sequence_archived" });
    expect((await wakes(run.id)).map(({ eventId }) => eventId)).toEqual([`end:${run.id}:1`]);
    const later = await Promise.allSettled([
      archiveSequence(account, act),
      saveDraft(account, { sequenceId, draft, draftRevision: 0, now }),
      renameSequence(account, { sequenceId, name: "Again" }),
      resumeSequence(account, act),
    ]);
    for (const result of later) {
      expect(result).toMatchObject({ reason: { code: "conflict", message: "sequence_archived" } });
    }
  });

  it("leaves the sequences of another account alone", async () => {
    const { sequenceId } = await makeSequence(account);
    const foreign = archiveSequence(stranger, { sequenceId, actorId, now });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    expect((await detail(sequenceId)).status).toBe("active");
  });
});

describe("the list", () => {
  it("says how many are in flight, how many replied, and who published last", async () => {
    const sequence = await makeSequence(account, {
      steps: [
        makeStep({ channel: "email" }),
        makeStep({ channel: "whatsapp" }),
        makeStep({ channel: "email" }),
      ],
    });
    const ends = [null, "replied", "completed", "replied"] as const;
    for (const endReason of ends) {
      const contact = await makeContact(account);
      await makeEnrollment(account, sequence, contact.id, {
        endReason,
        status: endReason === null ? "active" : "ended",
      });
    }
    const [row] = await listSequences(account, { status: "current", tag: null });
    expect(row).toMatchObject({
      stepCount: 3,
      channels: ["email", "whatsapp"],
      inFlight: 1,
      finished: 3,
      replied: 2,
      lastPublished: { number: 1, by: null },
    });
  });

  it("hides the archived until they are asked for, and other accounts always", async () => {
    const { sequenceId } = await makeSequence(account);
    await archiveSequence(account, { sequenceId, actorId, now });
    expect(await listSequences(account, { status: "current", tag: null })).toEqual([]);
    expect(await listSequences(account, { status: "archived", tag: null })).toHaveLength(1);
    expect(await listSequences(stranger, { status: "archived", tag: null })).toEqual([]);
  });

  it("answers an address that is no id with not found", async () => {
    await expect(detail("nonsense")).rejects.toMatchObject({ code: "not_found" });
    await expect(detail(randomUUID())).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("what the team says about a sequence", () => {
  const says = { description: "For those who owe", tags: ["money", "late"] };

  it("is kept, and copied with the sequence", async () => {
    const { id } = await create();
    await describeSequence(account, { sequenceId: id, ...says });
    expect(await detail(id)).toMatchObject(says);
    const copy = await duplicateSequence(account, { sequenceId: id, name: "Copy", actorId, now });
    expect(await detail(copy.id)).toMatchObject(says);
  });

  it("finds it by a tag, in its own account alone", async () => {
    const { id } = await create();
    await create();
    await describeSequence(account, { sequenceId: id, ...says });
    const rows = await listSequences(account, { status: "current", tag: "late" });
    expect(rows.map((row) => [row.id, row.tags])).toEqual([[id, says.tags]]);
    expect(await listTags(account)).toEqual(["late", "money"]);
    expect(await listTags(stranger)).toEqual([]);
  });

  it("is refused for somebody else's sequence and for an archived one", async () => {
    const { id } = await create();
    await expect(describeSequence(stranger, { sequenceId: id, ...says })).rejects.toMatchObject({
      code: "not_found",
    });
    await archiveSequence(account, { sequenceId: id, actorId, now });
    await expect(describeSequence(account, { sequenceId: id, ...says })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});
