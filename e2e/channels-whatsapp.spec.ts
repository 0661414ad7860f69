import type { Page } from "@playwright/test";
import { startWhatsappStub } from "./stubs/whatsapp-server";
import {
  deliverWebhook,
  STUB_BUSINESS_ACCOUNT_ID,
  STUB_PHONE_NUMBER_ID,
  textDelivery,
} from "./stubs/whatsapp-webhooks";
import {
  addContact,
  addInbox,
  alertStrip,
  fillInbox,
  openInbox,
  removeSandboxPhone,
  saveInbox,
  signUp,
  unfold,
  webhookAddress,
} from "./support/account";
import { enrollContact, open, publishSequence } from "./support/acts";
import { findingsInBothThemes } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { openRun, stateOf, timelineOf } from "./support/runs";

const TOKEN = "token-of-the-stub";
const APP_SECRET = "secret-of-the-stub";
const INBOX = "Sales number";

async function addNumber(page: Page, { url, token }: { url: string; token: string }): Promise<string> {
  await addInbox(page, "WhatsApp Cloud API");
  await fillInbox(page, {
    Name: INBOX,
    "Phone number ID": STUB_PHONE_NUMBER_ID,
    "WhatsApp Business Account ID": STUB_BUSINESS_ACCOUNT_ID,
    "Access token": token,
    "App secret": APP_SECRET,
  });
  await unfold(page, "Advanced");
  await fillInbox(page, { "API address": url });
  await saveInbox(page);
  return webhookAddress(page);
}

test("a token that is not valid pauses the number, and a new one lets the step go out once", async ({
  visitor: page,
}) => {
  const whatsapp = await startWhatsappStub({ accessToken: TOKEN });
  const posted = () => whatsapp.requests.filter(({ method }) => method === "POST");
  try {
    const account = await signUp(page);
    await removeSandboxPhone(page, account);
    const webhook = await addNumber(page, { url: whatsapp.url, token: "an-expired-token" });
    const hello = textDelivery("5511987650061", "Hello?", { name: "Olga Faria" });
    expect(await deliverWebhook(webhook, hello, APP_SECRET)).toBe(200);
    await publishSequence(page, {
      name: "By number",
      steps: [{ text: "Hi {{ contact.first_name }}, thanks for writing.", channel: "whatsapp" }],
    });
    await enrollContact(page, { contact: "Olga Faria", sequence: "By number" });
    await expect.poll(() => posted().length).toBe(1);

    await openRun(page, { contact: "Olga Faria", sequence: "By number" });
    await expect(stateOf(page)).toContainText(`The inbox ${INBOX} is paused`);
    await expect(timelineOf(page)).not.toContainText("Not sent.");
    await page.goto(`${account}/overview`);
    await expect(alertStrip(page)).toContainText(`The inbox ${INBOX} is paused`);
    await alertStrip(page).click();
    await expect(page.getByRole("heading", { level: 1, name: "Alerts" })).toBeVisible();
    expect(await findingsInBothThemes(page, "alerts")).toEqual([]);

    await openInbox(page, account, INBOX);
    const inbox = page.getByRole("region", { name: INBOX });
    await expect(inbox).toContainText("Type in new ones below and save");
    await expect(inbox).toContainText("1 waits until it goes on");
    expect(await findingsInBothThemes(page, "a paused inbox")).toEqual([]);
    await inbox.getByRole("button", { name: "Test connection" }).click();
    await expect(inbox.getByText(/It does not work: /)).toBeVisible();
    expect(posted()).toHaveLength(1);

    await fillInbox(page, { "Access token": TOKEN });
    await page.getByRole("button", { name: "Save" }).click();
    await expect.poll(() => posted().filter(({ messageId }) => messageId !== null).length).toBe(1);
    await expect(inbox).toContainText("Nobody waits");
    await expect(inbox.getByRole("button", { name: `Pause ${INBOX}` })).toBeVisible();
    await openRun(page, { contact: "Olga Faria", sequence: "By number" });
    await expect(stateOf(page)).toContainText("Completed");
    expect(posted()).toHaveLength(2);
  } finally {
    await whatsapp.close();
  }
});

test("a template that is paused holds its step back, and its approval lets it go out", async ({
  visitor: page,
}) => {
  const whatsapp = await startWhatsappStub({ accessToken: TOKEN });
  const body = { type: "BODY", text: "Hi {{1}}, are you still there?", example: { body_text: [["Ana"]] } };
  const reminder = { id: "501", name: "reminder", language: "en", category: "UTILITY", status: "APPROVED" };
  const listed = { ...reminder, components: [body] };
  whatsapp.templates.push(listed);
  try {
    const account = await signUp(page);
    await removeSandboxPhone(page, account);
    const webhook = await addNumber(page, { url: whatsapp.url, token: TOKEN });
    const templates = page.getByRole("region", { name: "WhatsApp templates" });
    const reminderLine = templates.getByRole("listitem").filter({ hasText: "reminder" });
    await expect(reminderLine).toContainText("Approved");
    await publishTemplate(page, "By template");
    await addContact(page, { name: "Paulo Brito", phone: "+5511987650062" });

    // Meta tells of it and lists it so from then on.
    listed.status = "PAUSED";
    expect(await deliverWebhook(webhook, templateChange("PAUSED"), APP_SECRET)).toBe(200);
    await openInbox(page, account, INBOX);
    await expect(reminderLine).toContainText("Paused");
    await enrollContact(page, { contact: "Paulo Brito", sequence: "By template" });
    await openRun(page, { contact: "Paulo Brito", sequence: "By template" });
    await expect(stateOf(page)).toContainText("Meta gives its status as Paused");
    const sent = () => whatsapp.requests.filter(({ method }) => method === "POST");
    expect(sent()).toHaveLength(0);

    listed.status = "APPROVED";
    expect(await deliverWebhook(webhook, templateChange("APPROVED"), APP_SECRET)).toBe(200);
    await expect.poll(() => sent().length).toBe(1);
    expect(sent()[0]?.body).toMatchObject({ type: "template", template: { name: "reminder" } });
    await expect(stateOf(page)).toContainText("Completed");
  } finally {
    await whatsapp.close();
  }
});

async function publishTemplate(page: Page, name: string) {
  await open(page, "Sequences");
  await page.getByRole("link", { name: "New sequence" }).first().click();
  await page.getByRole("button", { name: /^Start empty/ }).click();
  await page.getByRole("textbox", { name: "Sequence name" }).fill(name);
  await page.getByRole("button", { name: "Add step", exact: true }).click();
  const step = page.getByRole("group", { name: "Step 1", exact: true });
  await step.getByRole("combobox", { name: "Channel" }).selectOption("whatsapp");
  await step.getByRole("radio", { name: "HSM template", exact: true }).click();
  await step.getByRole("button", { name: "Choose a template" }).click();
  await page.getByRole("option", { name: /^reminder/ }).click();
  await step.getByRole("textbox", { name: "Value 1" }).fill("{{ contact.first_name }}");
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await page.getByRole("button", { name: /^Publish/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^Publish/ }).click();
  await expect(dialog).toBeHidden();
}

/** What Meta tells when the state of a template changes. */
function templateChange(event: "PAUSED" | "APPROVED"): object {
  const value = {
    event,
    message_template_id: 501,
    message_template_name: "reminder",
    message_template_language: "en",
    reason: "NONE",
  };
  const changes = [{ field: "message_template_status_update", value }];
  const time = Math.floor(Date.now() / 1000);
  return { object: "whatsapp_business_account", entry: [{ id: STUB_BUSINESS_ACCOUNT_ID, time, changes }] };
}
