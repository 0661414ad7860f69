import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeAccount } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { makeWhatsapp, NOW } from "@/lib/engine/fixtures/arrange";
import { fillTemplate } from "./fill-template";
import { threadsIn } from "./fixtures/threads";
import { failedContent, templateContent } from "./ready-content";

const database = useTestDatabase();

const { makeThread } = threadsIn(database);

describe("a text of the library", () => {
  const wish = { locale: "en" as const, agent: { name: "Sofia", email: "sofia@example.com" }, now: NOW };
  async function arrange(text: string) {
    const accountId = await makeAccount();
    const thread = await makeThread(accountId);
    const template = randomUUID();
    await database.sql`
      insert into templates (id, account_id, name, category, texts)
      values (${template}, ${accountId}, 'Greeting', 'greeting', ${database.sql.json({ en: { text, subject: "About {{ account.name }}" } })})`;
    return { accountId, wish: { ...wish, conversationId: thread.id, template } };
  }

  it("is filled with the contact's values and the person's name", async () => {
    const { accountId, wish } = await arrange("Hi {{ contact.first_name }}, {{ agent.name }} here");
    expect(await fillTemplate(accountId, wish)).toEqual({
      text: "Hi Ana, Sofia here",
      subject: "About Test account",
    });
    await expect(fillTemplate(accountId, { ...wish, locale: "es" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("says which value is missing instead of leaving a hole", async () => {
    const { accountId, wish } = await arrange("Your plan is {{ contact.plan }}");
    await expect(fillTemplate(accountId, wish)).rejects.toMatchObject({
      message: "reply.value_missing",
      data: { variable: "contact.plan" },
    });
  });
});

describe("an HSM template by hand", () => {
  type Over = { status?: string; body?: string; missingAt?: Date | null; parts?: object[] };
  async function arrange(over: Over = {}) {
    const accountId = await makeAccount();
    const inbox = await makeWhatsapp(accountId, "https://graph.example");
    const thread = await makeThread(accountId, { inboxId: inbox.id });
    const components = [{ type: "BODY", text: over.body ?? "Hi {{1}}, {{2}} is due" }, ...(over.parts ?? [])];
    await database.sql`
      insert into hsm_templates (account_id, inbox_id, name, language, status, category, parameter_format, components,
        synced_at, missing_at)
      values (${accountId}, ${inbox.id}, 'reminder', 'en', ${over.status ?? "APPROVED"}, 'UTILITY', 'positional',
        ${JSON.stringify(components)}::text::jsonb, ${NOW}, ${over.missingAt ?? null})`;
    const choose = (...parameters: string[]) =>
      templateContent(accountId, thread.id, { name: "reminder", language: "en", parameters });
    const fill = (extras: object) =>
      templateContent(accountId, thread.id, {
        name: "reminder",
        language: "en",
        parameters: ["a", "b"],
        ...extras,
      });
    return { choose, fill };
  }

  it("is given its file and the end of its button's address, or is not sent", async () => {
    const url = { type: "URL", text: "Pay", url: "https://pay.example/{{1}}" };
    const parts = [
      { type: "HEADER", format: "DOCUMENT" },
      { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "Later" }, url] },
      { type: "FOOTER", text: "Loja Azul" },
    ];
    const { choose, fill } = await arrange({ parts });
    const header = "https://files.example/7.pdf";
    const buttons = [{ index: 1, value: "abc" }];
    expect(await fill({ header, fileName: "7.pdf", buttons })).toMatchObject({
      header: { type: "document", value: header, fileName: "7.pdf" },
      buttons: [{ index: 1, type: "url", value: "abc" }],
      frame: { footer: "Loja Azul" },
      text: "Hi a, b is due\n\n_Loja Azul_",
    });
    await expect(fill({ header: "{{ x }}", buttons })).rejects.toMatchObject({
      fields: { header: "publish.header_file" },
    });
    await expect(fill({ header: " ", buttons })).rejects.toMatchObject({ fields: { header: "required" } });
    await expect(choose("a", "b")).rejects.toMatchObject({ code: "conflict" });
    await expect(fill({ header })).rejects.toMatchObject({ code: "conflict" });
  });

  it("is what the contact will read, on one line for each value", async () => {
    const { choose } = await arrange();
    expect(await choose(" Ana ", "R$ 10\n today")).toEqual({
      ...{ type: "template", name: "reminder", language: "en" },
      ...{ parameters: ["Ana", "R$ 10 today"], text: "Hi Ana, R$ 10 today is due" },
    });
  });

  it("is refused with a value missing, too many of them, or when Meta would not send it", async () => {
    const { choose } = await arrange();
    await expect(choose("Ana", " ")).rejects.toMatchObject({ fields: { "parameters.1": "required" } });
    await expect(choose("Ana")).rejects.toMatchObject({ code: "conflict" });
    const unusable = { message: "reply.template_unusable" };
    await expect((await arrange({ status: "PAUSED" })).choose("a", "b")).rejects.toMatchObject(unusable);
    await expect((await arrange({ missingAt: NOW })).choose("a", "b")).rejects.toMatchObject(unusable);
  });
});

it("a message that failed is said again as it was, and no other", async () => {
  const accountId = await makeAccount();
  const thread = await makeThread(accountId);
  const content = { type: "text", text: "Once more", subject: "Offer" };
  const add = async (status: string) => {
    const [row] = await database.sql`
      insert into conversation_messages (account_id, conversation_id, contact_id, inbox_id, direction, text, status, content)
      values (${accountId}, ${thread.id}, ${thread.contactId}, ${thread.inboxId}, 'outbound', 'Once more', ${status},
        ${database.sql.json(content)}) returning id`;
    return String(row?.id);
  };
  const [failed, sent] = [await add("failed"), await add("sent")];
  expect(await failedContent(accountId, thread.id, failed)).toEqual(content);
  const notFound = { code: "not_found" };
  await expect(failedContent(accountId, thread.id, sent)).rejects.toMatchObject(notFound);
  await expect(failedContent(accountId, (await makeThread(accountId)).id, failed)).rejects.toMatchObject(
    notFound,
  );
  await expect(failedContent(await makeAccount(), thread.id, failed)).rejects.toMatchObject(notFound);
});
