import type { Page } from "@playwright/test";
import { startWhatsappStub } from "./stubs/whatsapp-server";
import {
  deliverWebhook,
  STUB_BUSINESS_ACCOUNT_ID,
  STUB_PHONE_NUMBER_ID,
  statusDelivery,
  textDelivery,
} from "./stubs/whatsapp-webhooks";
import {
  addInbox,
  fillInbox,
  removeSandboxPhone,
  saveInbox,
  signUp,
  unfold,
  webhookAddress,
} from "./support/account";
import { enrollContact, publishSequence } from "./support/acts";
import { findingsInBothThemes } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { actOn, openRun, stateOf, timelineOf } from "./support/runs";

const TOKEN = "token-of-the-stub";
const APP_SECRET = "secret-of-the-stub";
const PHONE = "5511987650071";
const who = { contact: "Rui Castro", sequence: "Well told" };
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

test("a timeline answers at every point why nothing goes out, and shows what the provider really said", async ({
  visitor: page,
}) => {
  const whatsapp = await startWhatsappStub({ accessToken: TOKEN });
  try {
    const account = await signUp(page);
    await removeSandboxPhone(page, account);
    const webhook = await addNumber(page, whatsapp.url);
    const hello = textDelivery(PHONE, "Hello?", { name: who.contact });
    expect(await deliverWebhook(webhook, hello, APP_SECRET)).toBe(200);
    await publishSequence(page, {
      name: who.sequence,
      steps: [
        { text: "Hi {{ contact.first_name }}, thanks for writing.", channel: "whatsapp" },
        { text: "Are you still there?", channel: "whatsapp", wait: { amount: 3, unit: "days" } },
      ],
    });
    const inThreeDays = new Date(Date.now() + 3 * 86_400_000).getUTCDay();
    await sendOn(page, account, [DAYS[inThreeDays] ?? ""]);
    await enrollContact(page, who);

    await test.step("it waits for the end of quiet hours", async () => {
      await openRun(page, who);
      await expect(stateOf(page)).toContainText(/Step 1 of 2 is next, in \d days.*in quiet hours/);
    });
    await test.step("it has gone out, and the next step waits for its own time", async () => {
      await sendOn(page, account, DAYS);
      await openRun(page, who);
      await actOn(page, stateOf(page), { act: "Send now", title: /^Send the next step now/ });
      await expect(timelineOf(page).getByText(/^Sent to .* by WhatsApp/)).toHaveCount(1);
      await expect(stateOf(page)).toContainText(/Step 2 of 2 is next, in [23] days/);
      await timelineOf(page).getByText("What the provider answered").click();
      await expect(timelineOf(page).getByText(/^wamid/)).toBeVisible();
    });
    await test.step("the provider reports that it arrived", async () => {
      const providerId = (
        await timelineOf(page)
          .getByText(/^wamid/)
          .innerText()
      ).trim();
      const report = statusDelivery("delivered", { providerId });
      expect(await deliverWebhook(webhook, report, APP_SECRET)).toBe(200);
      const delivered = timelineOf(page)
        .getByRole("listitem")
        .filter({ hasText: /^Delivered/ });
      await expect(delivered).toBeVisible();
      await delivered.getByText("What the provider delivered").click();
      const body = delivered.getByRole("textbox", { name: "Content of the delivery" });
      await expect.poll(() => body.inputValue()).toContain(`"id": "${providerId}"`);
      await expect(body).toHaveValue(/"status": "delivered"/);
    });
    await test.step("the answer ends it, and the timeline says what was not sent", async () => {
      expect(await deliverWebhook(webhook, textDelivery(PHONE, "Yes, I am"), APP_SECRET)).toBe(200);
      await expect(stateOf(page)).toContainText("the contact replied, and step 2 was not sent.");
      expect(await findingsInBothThemes(page, "a timeline beside its list")).toEqual([]);
    });
    await test.step("it has a page of its own, with ways on", async () => {
      await page.getByRole("link", { name: "On a page of its own" }).click();
      await expect(page.getByRole("heading", { level: 1, name: who.contact })).toBeVisible();
      await expect(stateOf(page)).toContainText("the contact replied");
      expect(await findingsInBothThemes(page, "a timeline on its page")).toEqual([]);
      await page.getByRole("link", { name: "To the conversation" }).click();
      await expect(page.getByText("Yes, I am").first()).toBeVisible();
    });
  } finally {
    await whatsapp.close();
  }
});

async function addNumber(page: Page, url: string): Promise<string> {
  await addInbox(page, "WhatsApp Cloud API");
  await fillInbox(page, {
    Name: "Sales number",
    "Phone number ID": STUB_PHONE_NUMBER_ID,
    "WhatsApp Business Account ID": STUB_BUSINESS_ACCOUNT_ID,
    "Access token": TOKEN,
    "App secret": APP_SECRET,
  });
  await unfold(page, "Advanced");
  await fillInbox(page, { "API address": url });
  await saveInbox(page);
  return webhookAddress(page);
}

/** On which days of the week the account sends, all day. */
async function sendOn(page: Page, account: string, days: string[]) {
  await page.goto(`${account}/settings/quiet-hours`);
  for (const day of DAYS) {
    await page.getByRole("switch", { name: `Send on ${day}` }).setChecked(days.includes(day));
    if (!days.includes(day)) continue;
    await page.getByLabel(`${day}: sending starts`).fill("00:00");
    await page.getByLabel(`${day}: sending ends`).fill("00:00");
  }
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved", { exact: false }).first()).toBeVisible();
}
