import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Step } from "@/lib/core/model";
import { archiveSequence, createSequence, saveDraft } from "@/lib/sequences/mutations";
import { emptyDraft } from "@/lib/sequences/schema";
import { publishSequence } from "@/lib/versions/publish";
import { getTemplateUses, listTemplates, templateChoices } from "./data";
import {
  archiveTemplate,
  createTemplate,
  duplicateTemplate,
  restoreTemplate,
  updateTemplate,
} from "./mutations";
import type { TemplateForm } from "./schema";

useTestDatabase();
const NOW = new Date("2026-11-22T12:00:00Z");
const act = { actorId: randomUUID(), now: NOW };

const aForm = (over: Partial<TemplateForm> = {}): TemplateForm => ({
  name: "Greeting",
  category: "greeting",
  texts: { en: { text: 'Hi {{ contact.first_name | default: "there" }}', subject: "Hello" } },
  ...over,
});

const madeFrom = (templateId: string): Step["content"] => ({ type: "text", text: "Hi", templateId });

async function makeSequenceOf(accountId: AccountId, steps: Step[]) {
  const draft = { ...emptyDraft(), steps };
  return createSequence(accountId, { name: "Sequence", draft, ...act });
}

const usageOf = async (accountId: AccountId, templateId: string) =>
  (await templateChoices(accountId)).find(({ id }) => id === templateId)?.usage;

describe("a template", () => {
  it("is kept with its languages and found by name, text and category", async () => {
    const accountId = await makeAccount();
    const texts = { en: { text: "Your invoice" }, "pt-BR": { text: "Sua fatura 100%", subject: "Cobrança" } };
    const { id } = await createTemplate(accountId, {
      template: aForm({ category: "payment", texts }),
      ...act,
    });
    await createTemplate(accountId, { template: aForm({ name: "Other" }), ...act });
    const found = async (filter: Parameters<typeof listTemplates>[1]) =>
      (await listTemplates(accountId, filter)).map((row) => row.id);
    expect((await listTemplates(accountId, {})).map(({ name }) => name)).toEqual(["Greeting", "Other"]);
    expect(await found({ category: "payment" })).toEqual([id]);
    expect(await found({ search: "fatura" })).toEqual([id]);
    expect(await found({ search: "cobran" })).toEqual([id]);
    expect(await found({ search: "0%" })).toEqual([id]);
    expect(await found({ search: "%" })).toEqual([id]);
    expect(await found({ search: "greet" })).toEqual([id]);
    const [row] = await listTemplates(accountId, { category: "payment" });
    expect(row).toMatchObject({ texts, usage: 0, isArchived: false });
  });

  it.each([
    ["Hi {{ contact.nickname }}", "publish.unknown_variable", "contact.nickname"],
    ["Hi {{ contact.name", "publish.unclosed", null],
  ])("is refused with %j, and nothing is stored", async (text, sentence, variable) => {
    const accountId = await makeAccount();
    const template = aForm({ texts: { en: { text: "Hi" }, es: { text: "Hola", subject: text } } });
    await expect(createTemplate(accountId, { template, ...act })).rejects.toMatchObject({
      code: "invalid",
      message: sentence,
      fields: { "texts.es.subject": sentence },
      data: { variable },
    });
    expect(await listTemplates(accountId, {})).toEqual([]);
  });

  it("may name what contacts have and what any target has", async () => {
    const accountId = await makeAccount();
    await makeContact(accountId, { attributes: { plan: "Basic" } });
    const text = "{{ contact.plan }} {{ charge.amount }} {{ deal.title }} {{ appointment.starts_at }}";
    const { id } = await createTemplate(accountId, { template: aForm({ texts: { en: { text } } }), ...act });
    await updateTemplate(accountId, { templateId: id, template: aForm({ name: "New" }), ...act });
    expect((await listTemplates(accountId, {})).map(({ name }) => name)).toEqual(["New"]);
  });

  it("is archived, restored and duplicated, each once and only where it is", async () => {
    const accountId = await makeAccount();
    const { id: templateId } = await createTemplate(accountId, { template: aForm(), ...act });
    await archiveTemplate(accountId, { templateId, ...act });
    expect(await listTemplates(accountId, {})).toEqual([]);
    expect(await listTemplates(accountId, { archived: "1" })).toMatchObject([
      { id: templateId, isArchived: true },
    ]);
    const conflict = { code: "conflict", message: "template_archived" };
    await expect(archiveTemplate(accountId, { templateId, ...act })).rejects.toMatchObject(conflict);
    await expect(updateTemplate(accountId, { templateId, template: aForm(), ...act })).rejects.toMatchObject(
      conflict,
    );
    const copy = await duplicateTemplate(accountId, { templateId, name: "Copy", ...act });
    expect(await listTemplates(accountId, {})).toMatchObject([{ id: copy.id, texts: aForm().texts }]);
    await restoreTemplate(accountId, { templateId, ...act });
    await expect(restoreTemplate(accountId, { templateId, ...act })).rejects.toMatchObject({
      message: "template_not_archived",
    });
    expect(await listTemplates(accountId, {})).toHaveLength(2);
  });

  it("is archived once when two people do it at the same moment", async () => {
    const accountId = await makeAccount();
    const { id: templateId } = await createTemplate(accountId, { template: aForm(), ...act });
    const both = await Promise.allSettled([
      archiveTemplate(accountId, { templateId, ...act }),
      archiveTemplate(accountId, { templateId, ...act }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("of another account does not exist", async () => {
    const accountId = await makeAccount();
    const { id: templateId } = await createTemplate(accountId, { template: aForm(), ...act });
    const stranger = await makeAccount();
    const notFound = { code: "not_found" };
    const on = { templateId, ...act };
    await expect(updateTemplate(stranger, { ...on, template: aForm() })).rejects.toMatchObject(notFound);
    await expect(archiveTemplate(stranger, on)).rejects.toMatchObject(notFound);
    await expect(restoreTemplate(stranger, on)).rejects.toMatchObject(notFound);
    await expect(duplicateTemplate(stranger, { ...on, name: "x" })).rejects.toMatchObject(notFound);
    await expect(getTemplateUses(stranger, templateId)).rejects.toMatchObject(notFound);
    expect(await listTemplates(stranger, {})).toEqual([]);
  });
});

describe("the usage of a template", () => {
  it("counts steps and variants of drafts and live versions, each once", async () => {
    const accountId = await makeAccount();
    const { id: templateId } = await createTemplate(accountId, { template: aForm(), ...act });
    const other = (await createTemplate(accountId, { template: aForm({ name: "Other" }), ...act })).id;
    const first = makeStep({ content: madeFrom(templateId) });
    const second = makeStep({
      wait: { amount: 1, unit: "days" },
      content: madeFrom(other),
      variants: [{ id: randomUUID(), weight: 1, content: madeFrom(templateId) }],
    });
    const { id: sequenceId } = await makeSequenceOf(accountId, [first, second]);
    expect(await usageOf(accountId, templateId)).toBe(2);
    expect(await usageOf(accountId, other)).toBe(1);

    await publishSequence(accountId, { sequenceId, draftRevision: 0, note: "", ...act });
    expect(await usageOf(accountId, templateId)).toBe(2);

    const third = makeStep({ wait: { amount: 2, unit: "days" }, content: madeFrom(templateId) });
    await saveDraft(accountId, {
      sequenceId,
      draft: { ...emptyDraft(), steps: [third] },
      draftRevision: 0,
      now: NOW,
    });
    // Two of the live version, which still goes out, and the new one of the draft.
    expect(await usageOf(accountId, templateId)).toBe(3);
    expect(await getTemplateUses(accountId, templateId)).toMatchObject([
      { sequenceId, name: "Sequence", status: "active", count: 3 },
    ]);
  });

  it("forgets archived sequences", async () => {
    const accountId = await makeAccount();
    const { id: templateId } = await createTemplate(accountId, { template: aForm(), ...act });
    const { id: sequenceId } = await makeSequenceOf(accountId, [makeStep({ content: madeFrom(templateId) })]);
    expect(await usageOf(accountId, templateId)).toBe(1);
    await archiveSequence(accountId, { sequenceId, ...act });
    expect(await usageOf(accountId, templateId)).toBe(0);
    expect(await getTemplateUses(accountId, templateId)).toEqual([]);
  });
});
