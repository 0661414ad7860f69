import { beforeEach, describe, expect, it } from "vitest";
import { makeAccount, makeInbox, makeMember, makeSnapshot } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { getDraft, getSequence } from "./data";
import { createSequence, renameSequence, saveDraft } from "./mutations";

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

describe("a new sequence", () => {
  it("is an empty draft that nobody has published", async () => {
    const { id } = await create();
    expect(await detail(id)).toMatchObject({
      name: "Overdue",
      status: "draft",
      draft: { steps: [] },
      draftRevision: 0,
      live: null,
      versions: [],
    });
  });
});

describe("saving a draft", () => {
  it("keeps it and counts the revision up", async () => {
    const { id } = await create();
    const saved = await saveDraft(account, { sequenceId: id, draft, draftRevision: 0, now });
    expect(saved).toEqual({ draftRevision: 1, savedAt: now.toISOString() });
    expect(await detail(id)).toMatchObject({ draft, draftRevision: 1, hasUnpublished: true });
  });

  it("refuses a save that has not seen the latest one, and keeps the latest", async () => {
    const { id } = await create();
    const colleague = await makeMember(account, "manager");
    const [{ name } = { name: "" }] = await db.sql`select name from users where id = ${colleague}`;
    await saveDraft(account, { sequenceId: id, draft, draftRevision: 0, actorId: colleague, now });
    const late = saveDraft(account, {
      sequenceId: id,
      draft: { ...draft, steps: [] },
      draftRevision: 0,
      actorId,
      now,
    });
    await expect(late).rejects.toMatchObject({
      code: "conflict",
      message: "sequence_changed_elsewhere",
      data: { draftRevision: 1, savedBy: name },
    });
    expect(await getDraft(account, id)).toMatchObject({ draftRevision: 1, savedBy: name });
    expect((await detail(id)).draft).toEqual(draft);
  });

  it("answers a repeated save whose answer was lost as it did the first time", async () => {
    const { id } = await create();
    const save = () => saveDraft(account, { sequenceId: id, draft, draftRevision: 0, now });
    expect(await save()).toEqual(await save());
    expect((await detail(id)).draftRevision).toBe(1);
  });

  it("lets one of two saves at once win and tells the other", async () => {
    const { id } = await create();
    const drafts = [draft, { ...draft, goal: { event: "paid" } }];
    const results = await Promise.allSettled(
      drafts.map((one) => saveDraft(account, { sequenceId: id, draft: one, draftRevision: 0, now })),
    );
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await detail(id)).draftRevision).toBe(1);
  });

  it("does not touch a sequence of another account", async () => {
    const { id } = await create();
    const save = saveDraft(stranger, { sequenceId: id, draft, draftRevision: 0, now });
    await expect(save).rejects.toMatchObject({ code: "not_found" });
    expect((await detail(id)).draftRevision).toBe(0);
  });
});

describe("the stored draft", () => {
  it("says when it was saved, whatever the sequence is called since", async () => {
    const { id } = await create();
    const savedAt = new Date("2026-11-23T13:00:00Z");
    await saveDraft(account, { sequenceId: id, draft, draftRevision: 0, now: savedAt });
    await renameSequence(account, { sequenceId: id, name: "Renamed" });
    expect(await getDraft(account, id)).toMatchObject({
      draftRevision: 1,
      draft: { steps: draft.steps },
      savedAt: savedAt.toISOString(),
    });
  });
});
