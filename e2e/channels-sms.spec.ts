import { startTwilioStub } from "./stubs/twilio-server";
import {
  addContact,
  addInbox,
  fillInbox,
  openContact,
  saveInbox,
  signUp,
  unfold,
  webhookAddress,
} from "./support/account";
import { enrollContact, publishSequence } from "./support/acts";
import { expect, test } from "./support/fixtures";
import { openRun, stateOf, timelineOf } from "./support/runs";

const PHONE = "+5511987650011";

test("an SMS goes out by Twilio, its delivery is told, and STOP ends the run and closes the channel", async ({
  visitor: page,
}) => {
  const twilio = await startTwilioStub();
  try {
    await signUp(page);
    await addInbox(page, "SMS by Twilio");
    await fillInbox(page, {
      Name: "Text messages",
      "Account SID": twilio.accountSid,
      "Auth token": "not-the-token",
      Sender: "+15005550006",
    });
    await unfold(page, "Advanced");
    await fillInbox(page, { "API address": twilio.url });
    await page.getByRole("button", { name: "Test the connection" }).click();
    await expect(page.getByText(/It does not work: /)).toBeVisible();
    await fillInbox(page, { "Auth token": twilio.authToken });
    await page.getByRole("button", { name: "Test the connection" }).click();
    await expect(page.getByText("It works: Demo Shop")).toBeVisible();
    await saveInbox(page);
    const webhook = await webhookAddress(page);

    await addContact(page, { name: "Rita Nunes", phone: PHONE });
    await publishSequence(page, {
      name: "By SMS",
      steps: [
        { text: "Hi {{ contact.first_name }}, your table is booked.", channel: "sms" },
        { text: "See you tomorrow!", channel: "sms", wait: { amount: 1, unit: "days" } },
      ],
    });
    await enrollContact(page, { contact: "Rita Nunes", sequence: "By SMS" });
    await expect.poll(() => twilio.messages.length).toBe(1);
    const [sent] = twilio.messages;
    expect(sent).toMatchObject({ to: PHONE, text: "Hi Rita, your table is booked." });

    await openRun(page, { contact: "Rita Nunes", sequence: "By SMS" });
    await expect(timelineOf(page)).toContainText("Sent to");
    expect(await twilio.status(sent?.sid ?? "", "delivered")).toBeLessThan(300);
    await expect(timelineOf(page)).toContainText("Delivered.");

    const stop = { from: PHONE, text: "STOP", sid: `SM${"5".repeat(32)}` };
    expect(await twilio.receive(webhook, stop)).toBeLessThan(300);
    expect(await twilio.receive(webhook, stop)).toBeLessThan(300);
    await expect(timelineOf(page)).toContainText("Opted out by SMS");
    await expect(stateOf(page)).toContainText("Opted out");
    await openContact(page, "Rita Nunes");
    await expect(
      page.getByRole("region", { name: "Messages" }).getByText("Opted out of SMS").first(),
    ).toBeVisible();
    expect(twilio.messages).toHaveLength(1);
  } finally {
    await twilio.close();
  }
});
