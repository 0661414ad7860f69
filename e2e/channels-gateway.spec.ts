import { startGatewayStub } from "./stubs/http-channel-server";
import {
  addContact,
  addInbox,
  fillInbox,
  openContact,
  saveInbox,
  signUp,
  webhookAddress,
} from "./support/account";
import { enrollContact, publishSequence } from "./support/acts";
import { expect, test } from "./support/fixtures";
import { openRun, stateOf, timelineOf } from "./support/runs";

const PHONE = "+5511987650021";

test("a gateway of one's own carries a step, and what it signs is believed", async ({ visitor: page }) => {
  const gateway = await startGatewayStub();
  try {
    await signUp(page);
    await addInbox(page, "Your own gateway (HTTP)");
    await fillInbox(page, {
      Name: "Our gateway",
      "Gateway address": gateway.url,
      "Signing secret": gateway.secret,
    });
    await page.getByLabel("Channel", { exact: true }).selectOption("sms");
    await page.getByRole("button", { name: "Test the connection" }).click();
    await expect(page.getByText(/It works: /)).toBeVisible();
    await saveInbox(page);
    const webhook = await webhookAddress(page);

    await addContact(page, { name: "Igor Prado", phone: PHONE });
    await publishSequence(page, {
      name: "By gateway",
      steps: [
        { text: "Hi {{ contact.first_name }}!", channel: "sms" },
        { text: "Still there?", channel: "sms", wait: { amount: 1, unit: "days" } },
      ],
    });
    await enrollContact(page, { contact: "Igor Prado", sequence: "By gateway" });
    await expect.poll(() => gateway.messages.length).toBe(1);
    const [sent] = gateway.messages;
    expect(sent?.data).toMatchObject({ text: "Hi Igor!" });

    await openRun(page, { contact: "Igor Prado", sequence: "By gateway" });
    const receipt = {
      type: "message.status",
      data: { provider_message_id: sent?.providerId ?? "", status: "delivered" },
    };
    const forged = { secret: `whsec_${Buffer.alloc(32).toString("base64")}` };
    expect(await gateway.deliver(webhook, receipt, forged)).toBe(401);
    expect(await gateway.deliver(webhook, receipt)).toBeLessThan(300);
    await expect(timelineOf(page)).toContainText("Delivered.");

    const stop = {
      type: "message.received",
      data: { message_id: "in_1", from: PHONE, from_name: "Igor", text: "STOP" },
    };
    expect(await gateway.deliver(webhook, stop)).toBeLessThan(300);
    expect(await gateway.deliver(webhook, stop)).toBeLessThan(300);
    await expect(stateOf(page)).toContainText("Opted out");
    await openContact(page, "Igor Prado");
    await expect(
      page.getByRole("region", { name: "Messages" }).getByText("Opted out of SMS").first(),
    ).toBeVisible();
    expect(gateway.violations).toEqual([]);
    expect(gateway.messages).toHaveLength(1);
  } finally {
    await gateway.close();
  }
});
