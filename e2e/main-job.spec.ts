import { answer, importContacts, openPhone, openRuns, publishSequence } from "./support/acts";
import { expect, test } from "./support/fixtures";
import { takePicture } from "./support/picture";

const sequence = "Quote follow-up";

test("a newcomer publishes a sequence, imports people, and a reply stops the run", async ({ page }) => {
  await publishSequence(page, {
    name: sequence,
    steps: [
      { text: 'Hi {{ contact.first_name | default: "there" }}, here is your quote.' },
      { text: "Did you have a look at it?", wait: { amount: 2, unit: "days" } },
    ],
  });

  const imported = await importContacts(page, "contacts.csv");
  await imported.getByRole("button", { name: "Enroll them" }).click();
  const dialog = page.getByRole("dialog", { name: "Enroll contacts" });
  await dialog.getByRole("combobox", { name: "Sequence" }).selectOption({ label: sequence });
  await expect(dialog.getByText("contacts will be enrolled")).toBeVisible();
  await dialog.getByRole("button", { name: "Enroll", exact: true }).click();
  await expect(dialog).toBeHidden();

  const phone = await openPhone(page, "Carla Méndez");
  await expect(phone.getByText("Hi Carla, here is your quote.")).toBeVisible();
  await answer(page, "Thanks, I will take it");
  await expect(phone.getByText("Thanks, I will take it")).toBeVisible();
  await takePicture(page, "phone");

  const run = await openRuns(page, "Carla Méndez");
  await expect(run.filter({ hasText: sequence })).toContainText("Replied");
  await run.filter({ hasText: sequence }).getByRole("button", { name: "Carla Méndez" }).click();
  const timeline = page.getByRole("region", { name: "Timeline" });
  await expect(timeline.getByText(/^Replied by WhatsApp: .Thanks, I will take it/)).toBeVisible();
  await expect(timeline.getByText(/^Sent to ./)).toHaveCount(1);
  await expect(timeline.getByText(/^Ended: /)).toBeVisible();
  await takePicture(page, "timeline");
});
