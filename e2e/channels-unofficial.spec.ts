import { startEvolutionStub } from "./stubs/evolution-server";
import {
  addContact,
  addInbox,
  alertStrip,
  fillInbox,
  openInbox,
  removeSandboxPhone,
  saveInbox,
  signUp,
  webhookAddress,
} from "./support/account";
import { enrollContact, publishSequence } from "./support/acts";
import { expect, test } from "./support/fixtures";

const INBOX = "Second number";

test("an unofficial number is added at one's own risk, waits while its phone is away and goes on by itself", async ({
  visitor: page,
}) => {
  const evolution = await startEvolutionStub();
  try {
    const account = await signUp(page);
    await removeSandboxPhone(page, account);
    await addInbox(page, "WhatsApp by Evolution API (unofficial)");
    await fillInbox(page, {
      Name: INBOX,
      "Server address": evolution.url,
      Instance: evolution.instance,
      "API key": evolution.apiKey,
    });
    // The form is not sent before somebody has said to have read what may happen.
    await expect(page.getByText("WhatsApp may ban this number")).toBeVisible();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page).toHaveURL(/\/new\?/);
    await page.getByRole("checkbox", { name: /I have read this/ }).click();
    await saveInbox(page);
    const webhook = await webhookAddress(page);
    // Without a gap, or the second message would rightly come a minute later.
    await page.goto(`${account}/settings/limits`);
    const limits = page.getByRole("group", { name: INBOX });
    await limits.getByText("Gap, different people and warm-up").click();
    await limits.getByLabel("From", { exact: true }).fill("0");
    await limits.getByLabel("To", { exact: true }).fill("1");
    await page.getByRole("button", { name: `Save the limits of ${INBOX}` }).click();
    await expect(page.getByText("Saved", { exact: false }).first()).toBeVisible();

    await addContact(page, { name: "Lia Costa", phone: "+5511987650031" });
    await addContact(page, { name: "Nuno Dias", phone: "+5511987650032" });
    await publishSequence(page, {
      name: "By phone",
      steps: [{ text: "Hi {{ contact.first_name }}!", channel: "whatsapp" }],
    });
    await enrollContact(page, { contact: "Lia Costa", sequence: "By phone" });
    await expect.poll(() => evolution.messages.length).toBe(1);
    expect(evolution.messages[0]).toMatchObject({ path: "message/sendText", body: { text: "Hi Lia!" } });

    expect(await evolution.connection(webhook, "close", 401)).toBeLessThan(300);
    await openInbox(page, account, INBOX);
    const inbox = page.getByRole("region", { name: INBOX });
    await expect(inbox).toContainText("Not connected");
    await expect(inbox).toContainText("scan the QR code");
    await page.goto(`${account}/overview`);
    await expect(alertStrip(page)).toContainText(INBOX);
    await enrollContact(page, { contact: "Nuno Dias", sequence: "By phone" });
    await openInbox(page, account, INBOX);
    await expect(inbox).toContainText("1 waits until it goes on");
    expect(evolution.messages).toHaveLength(1);

    expect(await evolution.connection(webhook, "open")).toBeLessThan(300);
    await expect.poll(() => evolution.messages.length).toBe(2);
    await expect(inbox).toContainText("Connected");
    await expect(inbox).toContainText("Nobody waits");
    await page.goto(`${account}/overview`);
    await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
    await expect(alertStrip(page)).toBeHidden();
  } finally {
    await evolution.close();
  }
});
