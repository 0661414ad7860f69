import { startSmtpStub } from "./stubs/smtp-server";
import { startWhatsappStub } from "./stubs/whatsapp-server";
import {
  deliverWebhook,
  STUB_BUSINESS_ACCOUNT_ID,
  STUB_PHONE_NUMBER_ID,
  textDelivery,
} from "./stubs/whatsapp-webhooks";
import { addContact, addInbox, saveInbox, signUp } from "./support/account";
import { enrollContact, openRuns, publishSequence } from "./support/acts";
import { expect, test } from "./support/fixtures";

test("a mail server is connected by a form and carries a step", async ({ visitor: page }) => {
  const smtp = await startSmtpStub({ user: "followups", password: "secret" });
  try {
    await signUp(page);
    await addInbox(page, "Email over SMTP");
    await page.getByLabel("Name", { exact: true }).fill("Sales mailbox");
    await page.getByLabel("Server", { exact: true }).fill("127.0.0.1");
    await page.getByLabel("Port", { exact: true }).fill(String(smtp.port));
    await page.getByLabel("Encryption", { exact: true }).selectOption("none");
    await page.getByLabel("User name", { exact: true }).fill("followups");
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    await page.getByLabel("Sender address", { exact: true }).fill("sales@example.com");
    await page.getByRole("button", { name: "Test the connection" }).click();
    await expect(page.getByText(/It does not work: /)).toBeVisible();
    await page.getByLabel("Password", { exact: true }).fill("secret");
    await page.getByRole("button", { name: "Test the connection" }).click();
    await expect(page.getByText(/It works: /)).toBeVisible();
    await saveInbox(page);

    await addContact(page, { name: "Mara Reis", email: "mara@example.com" });
    await publishSequence(page, {
      name: "By mail",
      steps: [
        {
          text: "Hello {{ contact.first_name }}, a word about your quote.",
          subject: "Your quote",
          channel: "email",
        },
      ],
    });
    await enrollContact(page, { contact: "Mara Reis", sequence: "By mail" });
    await expect.poll(() => smtp.mails.length).toBe(1);
    const run = await openRuns(page, "Mara Reis");
    await expect(run).toContainText("Completed");
    expect(smtp.mails).toHaveLength(1);
    expect(JSON.stringify(smtp.mails[0])).toContain("Your quote");
  } finally {
    await smtp.close();
  }
});

test("a WhatsApp number is connected by a form, and a reply through its webhook stops the run", async ({
  visitor: page,
}) => {
  const accessToken = "token-of-the-stub";
  const appSecret = "secret-of-the-stub";
  const from = "5511987650001";
  const whatsapp = await startWhatsappStub({ accessToken });
  try {
    await signUp(page);
    await addInbox(page, "WhatsApp Cloud API");
    await page.getByLabel("Name", { exact: true }).fill("Sales number");
    await page.getByLabel("Phone number ID").fill(STUB_PHONE_NUMBER_ID);
    await page.getByLabel("Access token").fill(accessToken);
    await page.getByLabel("App secret").fill(appSecret);
    await page.getByText("Advanced").click();
    await page.getByLabel("API address").fill(whatsapp.url);
    await saveInbox(page);
    const webhook = await page.getByRole("textbox", { name: "Callback address" }).inputValue();

    // The contact writes first, which opens the 24-hour window and makes this their last inbox.
    expect(await deliverWebhook(webhook, textDelivery(from, "Hello?"), "a wrong secret")).toBe(401);
    expect(
      await deliverWebhook(webhook, textDelivery(from, "Hello?", { name: "Nina Alves" }), appSecret),
    ).toBe(200);
    await publishSequence(page, {
      name: "By WhatsApp",
      steps: [
        { text: "Hi {{ contact.first_name }}, thanks for writing." },
        { text: "Are you still there?", wait: { amount: 1, unit: "days" } },
      ],
    });
    await enrollContact(page, { contact: "Nina Alves", sequence: "By WhatsApp" });
    const sent = () => whatsapp.requests.filter(({ method }) => method === "POST");
    await expect.poll(() => sent().length).toBe(1);
    expect(JSON.stringify(sent()[0])).toContain("Hi Nina, thanks for writing.");

    const answer = textDelivery(from, "Yes, I am here");
    expect(await deliverWebhook(webhook, answer, appSecret)).toBe(200);
    expect(await deliverWebhook(webhook, answer, appSecret)).toBe(200);
    await expect(await openRuns(page, "Nina Alves")).toContainText("Replied");
    expect(sent()).toHaveLength(1);
  } finally {
    await whatsapp.close();
  }
});

test("the templates of a WhatsApp number are read when it is connected, and again on demand", async ({
  visitor: page,
}) => {
  const accessToken = "token-of-the-stub";
  const whatsapp = await startWhatsappStub({ accessToken });
  const body = { type: "BODY", text: "Hi {{1}}, are you still there?", example: { body_text: [["Ana"]] } };
  const reminder = { name: "reminder", language: "en", category: "UTILITY", status: "APPROVED" };
  const place = {
    ...reminder,
    name: "with_place",
    components: [{ type: "HEADER", format: "LOCATION" }, body],
  };
  whatsapp.templates.push({ ...reminder, components: [body] }, place);
  try {
    await signUp(page);
    await addInbox(page, "WhatsApp Cloud API");
    await page.getByLabel("Name", { exact: true }).fill("Sales number");
    await page.getByLabel("Phone number ID").fill(STUB_PHONE_NUMBER_ID);
    await page.getByLabel("Access token").fill(accessToken);
    await page.getByLabel("App secret").fill("secret-of-the-stub");
    await page.getByText("Advanced").click();
    await page.getByLabel("API address").fill(whatsapp.url);
    await saveInbox(page);

    const templates = page.getByRole("region", { name: "WhatsApp templates" });
    await expect(templates).toContainText("Fill in the WhatsApp Business Account ID");
    await page.getByRole("button", { name: "Sync now" }).click();
    await expect(
      page.getByText("Fill in the WhatsApp Business Account ID of this inbox first"),
    ).toBeVisible();
    await page.getByLabel("WhatsApp Business Account ID").fill(STUB_BUSINESS_ACCOUNT_ID);
    await page.getByRole("button", { name: "Save" }).click();
    const lines = templates.getByRole("list", { name: "WhatsApp templates" }).getByRole("listitem");
    await expect(lines.filter({ hasText: "reminder" })).toContainText("Approved");
    await expect(lines.filter({ hasText: "with_place" })).toContainText("Cannot be used in steps");

    whatsapp.templates.splice(0, 2, { ...reminder, status: "PAUSED", components: [body] });
    await page.getByRole("button", { name: "Sync now" }).click();
    await expect(lines.filter({ hasText: "reminder" })).toContainText("Paused");
    await expect(lines.filter({ hasText: "with_place" })).toContainText("No longer listed");
  } finally {
    await whatsapp.close();
  }
});
