import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeInbox, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { getDraft, listSequences } from "@/lib/sequences/data";
import { createSequence } from "@/lib/sequences/mutations";
import { emptyDraft, listFilterSchema } from "@/lib/sequences/schema";
import { exportSequence } from "./data";
import { importSequence } from "./mutations";

useTestDatabase();
const NOW = new Date("2026-11-22T12:00:00Z");
const act = { actorId: randomUUID(), now: NOW };

async function exported() {
  const accountId = await makeAccount();
  await makeContact(accountId, { attributes: { plan: "Basic" } });
  const steps = [
    makeStep({
      channel: "sms",
      content: { type: "text", text: "Your plan: {{ contact.plan }}", templateId: randomUUID() },
    }),
    makeStep({ wait: { amount: 0, unit: "days" }, channel: "email" }),
  ];
  const draft = { ...emptyDraft(), steps, defaultAssigneeId: randomUUID() };
  const { id } = await createSequence(accountId, { name: "Plan?", tags: ["plans"], draft, ...act });
  return {
    accountId,
    sequenceId: id,
    steps,
    ...(await exportSequence(accountId, { sequenceId: id, now: NOW })),
  };
}

describe("a sequence of one account", () => {
  it("goes to another as a draft of its own, and what that lacks is named", async () => {
    const { text, fileName, steps } = await exported();
    expect(fileName).toBe("plan.sequence.json");
    const accountId = await makeAccount();
    await makeInbox(accountId, { channel: "email" });
    const { id, notes } = await importSequence(accountId, { text, ...act });
    expect(notes).toEqual({ unknownVariables: ["contact.plan"], channelsWithoutInbox: ["sms"], problems: 1 });
    const [row] = await listSequences(accountId, listFilterSchema.parse({}));
    expect(row).toMatchObject({ id, name: "Plan?", status: "draft", stepCount: 2 });
    const { draft } = await getDraft(accountId, id);
    expect(draft.defaultAssigneeId).toBeNull();
    expect(draft.steps.map(({ channel }) => channel)).toEqual(["sms", "email"]);
    expect(draft.steps[0]?.content).toEqual({ type: "text", text: "Your plan: {{ contact.plan }}" });
    const ids = [...steps, ...draft.steps].map((step) => step.id);
    expect(new Set(ids).size).toBe(4);
  });

  it("makes nothing of a file that is refused", async () => {
    const { text } = await exported();
    const accountId = await makeAccount();
    const newer = text.replace('"schemaVersion": 1', '"schemaVersion": 2');
    await expect(importSequence(accountId, { text: newer, ...act })).rejects.toMatchObject({
      code: "invalid",
      message: "sequence_file.newer",
    });
    expect(await listSequences(accountId, listFilterSchema.parse({}))).toEqual([]);
  });

  it("is exported to nobody else", async () => {
    const { sequenceId } = await exported();
    const stranger = await makeAccount();
    for (const id of [sequenceId, "nonsense"]) {
      await expect(exportSequence(stranger, { sequenceId: id, now: NOW })).rejects.toMatchObject({
        code: "not_found",
      });
    }
  });
});
