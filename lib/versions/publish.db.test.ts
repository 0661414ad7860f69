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
import type { SequenceDraft } from "@/lib/core/model";
import { getSequence } from "@/lib/sequences/data";
import { archiveSequence, createSequence, pauseSequence, saveDraft } from "@/lib/sequences/mutations";
import { publishSequence } from "./publish";

const db = useTestDatabase();
const now = new Date("2026-11-23T12:00:00Z");
let account: AccountId;
let actorId: string;

beforeEach(async () => {
  account = await makeAccount();
  actorId = await makeMember(account);
  await makeInbox(account);
});

async function withDraft(draft: SequenceDraft): Promise<string> {
  const { id } = await createSequence(account, { name: "Overdue", actorId, now });
  await saveDraft(account, { sequenceId: id, draft, draftRevision: 0, now });
  return id;
}

const publish = (sequenceId: string, draftRevision: number, note = "") =>
  publishSequence(account, { sequenceId, draftRevision, note, actorId, now });

describe("publishing", () => {
  it("freezes the draft as version 1 and activates the sequence", async () => {
    const draft = makeSnapshot({ goal: { event: "paid" } });
    const id = await withDraft(draft);
    const { versionId, number } = await publish(id, 1, "first try");
    expect(number).toBe(1);
    expect(await getSequence(account, id)).toMatchObject({
      status: "active",
      liveVersionId: versionId,
      live: { number: 1, snapshot: draft },
      hasUnpublished: false,
      versions: [{ number: 1, note: "first try", by: "Member administrator", at: now.toISOString() }],
    });
  });

  it("numbers on, and never changes a version that was published", async () => {
    const first = makeSnapshot();
    const id = await withDraft(first);
    const { versionId } = await publish(id, 1);
    await saveDraft(account, { sequenceId: id, draft: makeSnapshot(), draftRevision: 1, now });
    expect((await publish(id, 2)).number).toBe(2);
    const [kept] = await db.sql`select number, snapshot from sequence_versions where id = ${versionId}`;
    expect(kept).toEqual({ number: 1, snapshot: first });
    const change = db.sql`update sequence_versions set note = 'changed' where id = ${versionId}`;
    await expect(change).rejects.toThrow("append-only");
  });

  it("leaves whoever is in flight on the version they began with", async () => {
    const sequence = await makeSequence(account);
    const contact = await makeContact(account);
    const run = await makeEnrollment(account, sequence, contact.id);
    await saveDraft(account, {
      sequenceId: sequence.sequenceId,
      draft: makeSnapshot(),
      draftRevision: 0,
      now,
    });
    await publish(sequence.sequenceId, 1);
    const [row] = await db.sql`select version_id as "versionId", epoch from enrollments where id = ${run.id}`;
    expect(row).toEqual({ versionId: sequence.versionId, epoch: 0 });
  });

  it("wakes the runs of a paused sequence, which it activates", async () => {
    const sequence = await makeSequence(account);
    const { sequenceId } = sequence;
    const contact = await makeContact(account);
    const run = await makeEnrollment(account, sequence, contact.id);
    await pauseSequence(account, { sequenceId, actorId, now });
    await saveDraft(account, { sequenceId, draft: makeSnapshot(), draftRevision: 0, now });
    await publish(sequenceId, 1);
    expect((await getSequence(account, sequenceId)).status).toBe("active");
    const events = await db.sql`select event_id as id from outbox where data ->> 'enrollmentId' = ${run.id}`;
    expect(events).toEqual([{ id: `wake:${run.id}:1` }]);
  });
});

describe("a draft with mistakes", () => {
  it("is refused with each of them at its place, and nothing is left behind", async () => {
    const text = (words: string) => ({ type: "text" as const, text: words });
    const id = await withDraft(
      makeSnapshot({
        steps: [
          makeStep({ content: text("Hi {{ contact.frist_name }}") }),
          makeStep({ wait: { amount: 0, unit: "days" }, content: text("") }),
          makeStep({ wait: { amount: 1, unit: "days" }, content: text("{% for a in b %}{% endfor %}") }),
        ],
        goal: { event: "Not a name" },
      }),
    );
    await expect(publish(id, 1)).rejects.toMatchObject({
      code: "invalid",
      message: "sequence_not_publishable",
      fields: {
        "step 1: text": expect.stringMatching(
          /^publish\.unknown_variable\?line=1&column=7&.*variable=contact\.frist_name/,
        ),
        "step 2: wait": "publish.wait_zero?",
        "step 2: text": "publish.text_empty?",
        "step 3: text": expect.stringMatching(/^publish\.tag_not_allowed\?.*detail=for/),
        "step 3: text (2)": expect.stringMatching(/^publish\.tag_not_allowed\?.*detail=endfor/),
        goal: "publish.goal_event?",
      },
      data: { problems: 6 },
    });
    expect(await getSequence(account, id)).toMatchObject({ status: "draft", live: null, versions: [] });
  });

  it("is refused without a step", async () => {
    const { id } = await createSequence(account, { name: "Empty", actorId, now });
    await expect(publish(id, 0)).rejects.toMatchObject({ fields: { steps: "publish.no_steps?" } });
  });

  it("may use the attributes that the account's contacts have", async () => {
    const words = { type: "text" as const, text: 'Your plan {{ contact.plan | default: "basic" }}' };
    const id = await withDraft(makeSnapshot({ steps: [makeStep({ content: words })] }));
    await expect(publish(id, 1)).rejects.toMatchObject({ code: "invalid" });
    await makeContact(account, { attributes: { plan: "gold" } });
    expect((await publish(id, 1)).number).toBe(1);
  });
});

describe("two people", () => {
  it("never publish under the same number, nor the same draft twice", async () => {
    for (let round = 0; round < 10; round++) {
      const id = await withDraft(makeSnapshot());
      const results = await Promise.allSettled(Array.from({ length: 5 }, () => publish(id, 1)));
      const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
      expect(refused).toHaveLength(4);
      for (const error of refused) {
        expect(error).toMatchObject({ code: "conflict", message: "sequence_already_published" });
      }
      expect((await getSequence(account, id)).versions.map((version) => version.number)).toEqual([1]);
    }
  });

  it("never publish words that they have not seen", async () => {
    const id = await withDraft(makeSnapshot());
    await saveDraft(account, { sequenceId: id, draft: makeSnapshot(), draftRevision: 1, now });
    await expect(publish(id, 1)).rejects.toMatchObject({
      code: "conflict",
      message: "sequence_changed_elsewhere",
      data: { draftRevision: 2 },
    });
  });

  it("save or publish, one after the other: a version is always a whole draft", async () => {
    const first = makeSnapshot();
    const id = await withDraft(first);
    const next = makeSnapshot();
    const [saved, published] = await Promise.allSettled([
      saveDraft(account, { sequenceId: id, draft: next, draftRevision: 1, now }),
      publish(id, 1),
    ]);
    expect(saved.status).toBe("fulfilled");
    const { live } = await getSequence(account, id);
    expect(live?.snapshot ?? null).toEqual(published.status === "fulfilled" ? first : null);
  });
});

describe("publishing elsewhere", () => {
  it("does not touch a sequence of another account", async () => {
    const id = await withDraft(makeSnapshot());
    const stranger = await makeAccount();
    const foreign = publishSequence(stranger, {
      sequenceId: id,
      draftRevision: 1,
      note: "",
      actorId,
      now,
    });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    expect((await getSequence(account, id)).live).toBeNull();
  });

  it("refuses an archived sequence", async () => {
    const id = await withDraft(makeSnapshot());
    await archiveSequence(account, { sequenceId: id, actorId, now });
    await expect(publish(id, 1)).rejects.toMatchObject({ code: "conflict", message: "sequence_archived" });
  });
});
