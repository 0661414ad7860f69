import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeInbox, makeMember, makeSnapshot, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import type { SequenceDraft } from "@/lib/core/model";
import { createSequence, saveDraft } from "./mutations";
import { findContacts, getEditorContext, previewDraft } from "./preview";

useTestDatabase();
const now = new Date("2026-11-23T12:00:00Z");
const agent = { name: "Sofia", email: "sofia@example.com" };
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
    const sequenceId = await withDraft(makeSnapshot({ steps: [first, second] }));
    const preview = await previewDraft(account, { sequenceId, contactId: contact.id, agent, now });
    expect(preview).toMatchObject({
      contact: { name: "Ana Souza" },
      draftRevision: 1,
      steps: [
        { stepId: first.id, kind: "send", at: now.toISOString(), channel: "whatsapp", text: "Hi Ana" },
        { stepId: second.id, at: "2026-11-25T12:30:00.000Z", text: "Sofia of Aurora" },
      ],
      end: { reason: "completed" },
    });
  });

  it("is refused while the draft has values that are not finished", async () => {
    const contact = await makeContact(account);
    const sequenceId = await withDraft(makeSnapshot({ steps: [] }));
    const refused = previewDraft(account, { sequenceId, contactId: contact.id, agent, now });
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
      const refused = previewDraft(who, { sequenceId, contactId, agent, now });
      await expect(refused).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("what the editor knows", () => {
  it("are the account's variables, with one for each attribute of its contacts, and its inboxes", async () => {
    await makeContact(account, { attributes: { plan_name: "gold", debts: 2, vip: true, "not a name": 1 } });
    const { variables, inboxes } = await getEditorContext(account, agent, now);
    expect(variables.slice(-3)).toEqual([
      { name: "contact.debts", type: "number", label: "debts" },
      { name: "contact.plan_name", type: "text", label: "plan name" },
      { name: "contact.vip", type: "checkbox", label: "vip" },
    ]);
    expect(inboxes).toMatchObject([{ channel: "whatsapp", name: "Phone on the screen" }]);
  });

  it("finds contacts by part of their name, taking no character for a pattern", async () => {
    await makeContact(account, { name: "Ana 100%" });
    await makeContact(account, { name: "Bruno" });
    const names = async (words: string) => (await findContacts(account, words)).map(({ name }) => name);
    expect(await names("an")).toEqual(["Ana 100%"]);
    expect(await names("0%")).toEqual(["Ana 100%"]);
    expect(await names("_")).toEqual([]);
    expect(await names("")).toEqual(["Bruno", "Ana 100%"]);
  });
});
