import type { Page } from "@playwright/test";
import { enrollContact, openRuns, publishSequence } from "./support/acts";
import { expect, test } from "./support/fixtures";

/** Version 1 of a sequence of two steps, of which a contact has got the first; the draft then says something new. */
async function inFlight(page: Page, { sequence, contact }: { sequence: string; contact: string }) {
  await publishSequence(page, {
    name: sequence,
    steps: [
      { text: `${sequence}: hello` },
      { text: `${sequence}: the old words`, wait: { amount: 2, unit: "days" } },
    ],
  });
  const builder = page.url();
  await enrollContact(page, { contact, sequence });
  await openTimeline(page, { contact, sequence });
  await expect(timelineOf(page).getByText(`${sequence}: hello`)).toBeVisible();
  await page.goto(builder);
  await rewrite(page, 2, `${sequence}: the new words`);
}

async function rewrite(page: Page, number: number, text: string) {
  await page.getByRole("button", { name: new RegExp(`^Step ${number}: `) }).click();
  const step = page.getByRole("group", { name: `Step ${number}`, exact: true });
  const words = step.getByRole("textbox", { name: "Message text" });
  // Written again should the panel, just opened, have taken the focus meanwhile.
  await expect(async () => {
    await words.fill(text);
    await expect(words).toHaveValue(text, { timeout: 1_000 });
  }).toPass();
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
}

async function openPublish(page: Page) {
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: /^Publish version/ });
  await expect(dialog).toBeVisible();
  return dialog;
}

async function openTimeline(page: Page, { contact, sequence }: { contact: string; sequence: string }) {
  const runs = await openRuns(page, contact);
  await runs.filter({ hasText: sequence }).getByRole("button", { name: contact }).click();
  await expect(timelineOf(page)).toBeVisible();
}

async function sendNow(page: Page) {
  await page.getByRole("button", { name: "Send now" }).click();
  const dialog = page.getByRole("dialog", { name: "Send the next step now" });
  await dialog.getByRole("button", { name: "Send now" }).click();
  await expect(dialog).toBeHidden();
}

const timelineOf = (page: Page) => page.getByRole("region", { name: "Timeline" });

test("people in flight finish on the old version unless somebody chooses otherwise", async ({ page }) => {
  const [sequence, contact] = ["Finish where you are", "Diego Torres"];
  await inFlight(page, { sequence, contact });

  const dialog = await openPublish(page);
  const changes = dialog.getByRole("region", { name: "What changes" });
  await expect(changes.getByRole("insertion")).toContainText("new");
  await expect(changes.getByRole("deletion")).toContainText("old");
  await expect(dialog.getByText("Before step 2")).toBeVisible();
  await expect(dialog.getByRole("radio", { name: "Finish on version 1" })).toBeChecked();
  await dialog.getByRole("textbox", { name: /^Note/ }).fill("Shorter words");
  await dialog.getByRole("button", { name: "Publish version 2" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Version 2 is live.")).toBeVisible();

  await openTimeline(page, { contact, sequence });
  await sendNow(page);
  await expect(timelineOf(page).getByText(`${sequence}: the old words`)).toBeVisible();
  await expect(timelineOf(page).getByText(/^Moved from/)).toBeHidden();
});

test("people who are moved get the new words at the matching step, and nothing twice", async ({ page }) => {
  const [sequence, contact] = ["Move along", "Emma Clark"];
  await inFlight(page, { sequence, contact });

  const dialog = await openPublish(page);
  await dialog.getByRole("radio", { name: "Move to version 2" }).click();
  await expect(dialog.getByText("This person goes on at step 2.")).toBeVisible();
  await expect(dialog.getByText(/^The next message keeps its date: /)).toBeVisible();
  await dialog.getByRole("button", { name: "Publish version 2" }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole("button", { name: "Versions" }).click();
  const done = page.getByText("Version 2: 1 moved, 0 exited.");
  // A slow machine may come late to the seconds in which it can be taken back.
  await expect(
    page
      .getByText(/starts in \d+ seconds?/)
      .or(done)
      .first(),
  ).toBeVisible();
  await expect(done).toBeVisible();

  await openTimeline(page, { contact, sequence });
  const timeline = timelineOf(page);
  const moved = /^Moved from version 1 to version 2, where step 2 is next, by /;
  await expect(timeline.getByText(moved)).toBeVisible();
  await sendNow(page);
  await expect(timeline.getByText(`${sequence}: the new words`)).toBeVisible();
  await expect(timeline.getByText(`${sequence}: hello`)).toHaveCount(1);
  await expect(timeline.getByText(/^Sent to ./)).toHaveCount(2);
});

test("people who exit get nothing more, and a choice can be taken back in time", async ({ page }) => {
  const [sequence, contact] = ["Leave it", "Felipe Rocha"];
  await inFlight(page, { sequence, contact });

  const first = await openPublish(page);
  await first.getByRole("radio", { name: "Exit" }).click();
  await first.getByRole("button", { name: "Publish version 2" }).click();
  await expect(first).toBeHidden();
  await page.getByRole("button", { name: "Versions" }).click();
  const panel = page.getByRole("group", { name: "Versions" });
  await panel.getByRole("button", { name: "Take back" }).click();
  await expect(panel.getByText("Version 2: the choices for people in flight were taken back.")).toBeVisible();

  await rewrite(page, 2, `${sequence}: the newest words`);
  const second = await openPublish(page);
  await expect(second.getByText("Finish on version 1")).toBeVisible();
  await second.getByRole("radio", { name: "Exit" }).click();
  await second.getByRole("button", { name: "Publish version 3" }).click();
  await expect(second).toBeHidden();
  await page.getByRole("button", { name: "Versions" }).click();
  await expect(panel.getByText("Version 3: 0 moved, 1 exited.")).toBeVisible();

  await openTimeline(page, { contact, sequence });
  await expect(timelineOf(page).getByText(/^Ended: Stopped by a person, by .* new version/)).toBeVisible();
  await expect(timelineOf(page).getByText(/^Sent to ./)).toHaveCount(1);
});

test("an old version is compared, brought back into the draft, and that is undone", async ({ page }) => {
  await publishSequence(page, { name: "There and back", steps: [{ text: "The first words" }] });
  await rewrite(page, 1, "The second words");
  const dialog = await openPublish(page);
  await expect(dialog.getByText("Nobody is in flight, so nobody is affected.")).toBeVisible();
  await dialog.getByRole("button", { name: "Publish version 2" }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole("button", { name: "Versions" }).click();
  const panel = page.getByRole("group", { name: "Versions" });
  await expect(panel.getByText("There is no difference.")).toBeVisible();
  await panel.getByRole("combobox", { name: "From" }).selectOption("Version 1");
  await expect(panel.getByRole("deletion")).toContainText("first");
  await expect(panel.getByRole("insertion")).toContainText("second");

  await panel.getByRole("button", { name: "Restore version 1 into the draft" }).click();
  await expect(page.getByText("Version 1 is in the draft now.")).toBeVisible();
  await expect(panel.getByText("There is no difference.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Step 1: / })).toContainText("The first words");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: /^Step 1: / })).toContainText("The second words");
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
});
