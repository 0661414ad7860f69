import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import {
  makeAccount,
  makeCharge,
  makeContact,
  makeInbox,
  makeMember,
  makeSnapshot,
  makeStep,
} from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import type { SequenceDraft } from "@/lib/core/model";
import { createSequence, saveDraft } from "@/lib/sequences/mutations";
import { previewDraft } from "./preview-draft";

const database = useTestDatabase();
const now = new Date("2026-11-23T12:00:00Z");
let account: AccountId;

beforeEach(async () => {
  account = await makeAccount({ name: "Aurora" });
  await makeInbox(account);
});

async function withDraft(draft: SequenceDraft): Promise<string> {
  const actorId = await makeMember(account);
  const { id } = await createSequence(account, { name: "Overdue", actorId, now });
  await saveDraft(account, { sequenceId: id, draft, draftRevision: 0, now });
  return id;
}

describe("the preview of a draft", () => {
  it("says for one contact when each step goes out, by which channel and in which words", async () => {
    const contact = await makeContact(account, { name: "Ana Souza", firstName: "Ana" });
    const [first, second] = [
      makeStep(),
      makeStep({
        wait: { amount: 2, unit: "days", at: "09:30" },
        content: { type: "text", text: "{{ agent.name }} of {{ account.name }}" },
      }),
    ];
    const defaultAssigneeId = await makeMember(account);
    const [agent] = await database.sql`select name from users where id = ${defaultAssigneeId}`;
    const sequenceId = await withDraft(makeSnapshot({ steps: [first, second], defaultAssigneeId }));
    const preview = await previewDraft(account, { sequenceId, contactId: contact.id, now });
    expect(preview).toMatchObject({
      contact: { name: "Ana Souza" },
      draftRevision: 1,
      steps: [
        {
          stepId: first.id,
          kind: "send",
          at: now.toISOString(),
          send: { channel: "whatsapp", content: { text: "Hi Ana" } },
        },
        {
          stepId: second.id,
          at: "2026-11-25T12:30:00.000Z",
          send: { content: { text: `${agent?.name} of Aurora` } },
        },
      ],
      end: { reason: "completed" },
    });
  });

  it("is refused while the draft has values that are not finished", async () => {
    const contact = await makeContact(account);
    const sequenceId = await withDraft(makeSnapshot({ steps: [] }));
    const refused = previewDraft(account, { sequenceId, contactId: contact.id, now });
    await expect(refused).rejects.toMatchObject({ code: "invalid", message: "draft_incomplete" });
  });

  it("shows nothing of another account, neither its contact nor its sequence", async () => {
    const stranger = await makeAccount();
    const own = await makeContact(stranger);
    const sequenceId = await withDraft(makeSnapshot());
    for (const [who, contactId] of [
      [account, own.id],
      [stranger, own.id],
      [account, randomUUID()],
      [account, "nonsense"],
    ] as const) {
      const refused = previewDraft(who, { sequenceId, contactId, now });
      await expect(refused).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("looks ahead with a charge due in a week where the contact has none, and says so", async () => {
    const contact = await makeContact(account);
    const wait = {
      amount: 2,
      unit: "days",
      at: "10:00",
      relative: { side: "before", ifPassed: "skip" },
    } as const;
    const draft = makeSnapshot({ target: "charge", steps: [makeStep({ wait })] });
    const sequenceId = await withDraft(draft);
    const foreseen = () => previewDraft(account, { sequenceId, contactId: contact.id, now });
    expect(await foreseen()).toMatchObject({
      standsIn: "charge",
      steps: [{ at: "2026-11-28T13:00:00.000Z" }],
    });
    await makeCharge(account, contact.id, { dueOn: "2026-12-10" });
    expect(await foreseen()).toMatchObject({ standsIn: null, steps: [{ at: "2026-12-08T13:00:00.000Z" }] });
  });
});
