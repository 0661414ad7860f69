import { startTwilioStub } from "./stubs/twilio-server";
import { addContact, addInbox, fillInbox, openInbox, saveInbox, signUp, unfold } from "./support/account";
import { enrollContact, publishSequence } from "./support/acts";
import { expect, test } from "./support/fixtures";
import { openRun, timelineOf } from "./support/runs";

const INBOX = "Text messages";
const PEOPLE = ["Ada Reis", "Ben Lima", "Caio Melo"] as const;

test("of three that are due, two go out within the limit and the third waits in the queue until there is room", async ({
  visitor: page,
}) => {
  const twilio = await startTwilioStub();
  try {
    const account = await signUp(page);
    await addInbox(page, "SMS by Twilio");
    await fillInbox(page, {
      Name: INBOX,
      "Account SID": twilio.accountSid,
      "Auth token": twilio.authToken,
      Sender: "+15005550006",
    });
    await unfold(page, "Advanced");
    await fillInbox(page, { "API address": twilio.url });
    await saveInbox(page);
    const limitPerDay = async (count: number) => {
      await page.goto(`${account}/settings/limits`);
      // A day does not end in the middle of a test, as a minute may.
      await page.getByRole("group", { name: INBOX }).getByLabel("Per day").fill(String(count));
      await page.getByRole("button", { name: `Save the limits of ${INBOX}` }).click();
      await expect(page.getByText("Saved", { exact: false }).first()).toBeVisible();
    };
    await limitPerDay(2);
    await publishSequence(page, { name: "Slowly", steps: [{ text: "Hello!", channel: "sms" }] });
    for (const [index, name] of PEOPLE.entries()) {
      await addContact(page, { name, phone: `+551198765004${index}` });
      await enrollContact(page, { contact: name, sequence: "Slowly" });
      await expect.poll(() => twilio.messages.length).toBe(Math.min(index + 1, 2));
    }
    await openRun(page, { contact: PEOPLE[2], sequence: "Slowly" });
    await expect(timelineOf(page)).toContainText(/Waits until .*has sent 2 of 2 messages in this day/);
    expect(twilio.messages).toHaveLength(2);
    await openInbox(page, account, INBOX);
    const inbox = page.getByRole("region", { name: INBOX });
    await expect(inbox).toContainText("2 of 2");
    await expect(inbox).toContainText(/1 waits, about until/);

    await limitPerDay(3);
    await expect.poll(() => twilio.messages.length).toBe(3);
    await openInbox(page, account, INBOX);
    await expect(inbox).toContainText("3 of 3");
    await expect(inbox).toContainText("Nobody waits");
  } finally {
    await twilio.close();
  }
});
