import { startTwilioStub } from "./stubs/twilio-server";
import { addContact, addInbox, fillInbox, saveInbox, signUp, unfold } from "./support/account";
import { enrollContact, publishSequence } from "./support/acts";
import { findingsInBothThemes } from "./support/axe";
import { letUnknownSendsAge } from "./support/database";
import { expect, test } from "./support/fixtures";
import { openRun, timelineOf } from "./support/runs";

test("a send whose answer was lost is never repeated by itself, and a person says what became of it", async ({
  visitor: page,
}) => {
  const twilio = await startTwilioStub();
  try {
    const account = await signUp(page);
    await addInbox(page, "SMS by Twilio");
    await fillInbox(page, {
      Name: "Text messages",
      "Account SID": twilio.accountSid,
      "Auth token": twilio.authToken,
      Sender: "+15005550006",
    });
    await unfold(page, "Advanced");
    await fillInbox(page, { "API address": twilio.url });
    await saveInbox(page);
    const inboxId = page.url().split("/").at(-1) ?? "";
    await addContact(page, { name: "Vera Luz", phone: "+5511987650051" });
    await publishSequence(page, { name: "Once only", steps: [{ text: "Hello!", channel: "sms" }] });

    const requests = () => twilio.requests.filter(({ method }) => method === "POST");
    const before = requests().length;
    // The body is taken and nothing comes back.
    twilio.failNext({ kind: "reset", when: "after" });
    await enrollContact(page, { contact: "Vera Luz", sequence: "Once only" });
    await openRun(page, { contact: "Vera Luz", sequence: "Once only" });
    await expect(timelineOf(page)).toContainText("Outcome unknown");
    expect(requests()).toHaveLength(before + 1);

    // The provider may still tell, so nobody is asked before some hours have gone by.
    await page.goto(`${account}/outcomes`);
    await expect(page.getByText("Nothing is unclear")).toBeVisible();
    await letUnknownSendsAge(inboxId, 25);
    await page.reload();
    const line = page.getByRole("listitem").filter({ hasText: "Vera Luz" });
    await expect(line).toContainText("Outcome unknown");
    expect(await findingsInBothThemes(page, "unclear sends")).toEqual([]);
    await line.getByRole("button", { name: "It arrived" }).click();
    await expect(line).toBeHidden();
    await openRun(page, { contact: "Vera Luz", sequence: "Once only" });
    await expect(timelineOf(page)).toContainText("Settled by hand: it arrived.");
    expect(requests()).toHaveLength(before + 1);
  } finally {
    await twilio.close();
  }
});
