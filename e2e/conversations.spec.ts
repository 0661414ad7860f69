import { expect, type Page } from "@playwright/test";
import { answer, enrollContact, open, openPhone } from "./support/acts";
import {
  expectSaved,
  messageText,
  nameField,
  startEmpty,
  stepFields,
  run as theRun,
} from "./support/builder";
import { test } from "./support/fixtures";
import { openPalette } from "./support/palette";

const CONTACT = "Emma Clark";
const log = (page: Page) => page.getByRole("log", { name: "Messages" });
const runs = (page: Page) => page.getByRole("region", { name: "Sequences" });
const field = (page: Page) => page.getByRole("textbox", { name: "Reply" });

/** Two steps two days apart, about a person or about a thread. */
async function publish(page: Page, name: string, about?: "Conversation") {
  await startEmpty(page, name);
  for (const [index, text] of ["Hello, any news?", "Still there?"].entries()) {
    await page.getByRole("button", { name: "Add step", exact: true }).click();
    await messageText(page, index + 1).fill(`${name}: ${text}`);
    if (index === 0) continue;
    const step = stepFields(page, index + 1);
    await step.getByRole("combobox", { name: "Unit" }).selectOption("days");
    await step.getByRole("spinbutton", { name: "Wait" }).fill("2");
  }
  if (about) {
    await theRun(page)
      .getByRole("button", { name: /^Enters/ })
      .click();
    await page.getByRole("combobox", { name: "What a run is about" }).selectOption({ label: about });
  }
  await expect(nameField(page)).toHaveValue(name);
  await expectSaved(page);
  await page.getByRole("button", { name: /^Publish/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^Publish/ }).click();
  await expect(dialog).toBeHidden();
}

async function openThread(page: Page, contact: string) {
  await open(page, "Conversations");
  await page
    .getByRole("list", { name: "Conversations" })
    .getByRole("button", { name: contact })
    .first()
    .click();
  await expect(page.getByRole("region", { name: contact })).toBeVisible();
}

test.use({ viewport: { width: 1440, height: 900 } });

test("what the contact answers arrives in the thread, and the run ends as its rule says", async ({
  page,
}) => {
  await publish(page, "Ask once");
  await enrollContact(page, { contact: CONTACT, sequence: "Ask once" });
  await openThread(page, CONTACT);
  await expect(log(page).getByText("Ask once: Hello, any news?")).toBeVisible();
  await expect(runs(page).getByText("Active")).toBeVisible();

  const side = await page.context().newPage();
  await openPhone(side, CONTACT);
  await answer(side, "Yes, call me tomorrow");
  await expect(log(page).getByText("Yes, call me tomorrow")).toBeVisible();
  await expect(runs(page).getByText("Ended: Replied")).toBeVisible();

  await field(page).fill("I will, at ten");
  await field(page).press("Enter");
  await expect(log(page).getByText("I will, at ten")).toBeVisible();
  await expect(field(page)).toHaveValue("");
  await expect(
    side.getByRole("region", { name: `Phone of ${CONTACT}` }).getByText("I will, at ten"),
  ).toBeVisible();
  // The phone is looked at, so the second tick turns.
  await expect(
    log(page).getByRole("listitem").filter({ hasText: "I will, at ten" }).getByRole("img", { name: "Read" }),
  ).toBeVisible();
  await side.close();
});

test("writing by hand holds the run for a day, and resolving the thread ends it", async ({ page }) => {
  await publish(page, "About this thread", "Conversation");
  await openThread(page, CONTACT);
  await runs(page).getByRole("button", { name: "Enroll" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Sequence" }).selectOption({ label: "About this thread" });
  await dialog.getByRole("button", { name: "Enroll", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(log(page).getByText("About this thread: Hello, any news?")).toBeVisible();

  await field(page).fill("It is me now, not the machine");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(log(page).getByText("It is me now, not the machine")).toBeVisible();
  const live = runs(page).getByRole("listitem").filter({ hasText: "About this thread" });
  await expect(live).toContainText("Paused");
  await expect(live).toContainText(/resumes\s*(tomorrow|in 23 hours|in 24 hours)/);

  await field(page).press("Escape");
  await page.keyboard.press("e");
  await expect(live).toContainText("Ended: Conversation resolved");
  await expect(page.getByRole("button", { name: "State: Resolved" })).toBeVisible();
});

test("a thread is put off, found among those, and opened again", async ({ page }) => {
  await page.goto("/demo/conversations?status=all");
  await page
    .getByRole("list", { name: "Conversations" })
    .getByRole("button", { name: "Carla Mendes" })
    .click();
  await page.getByRole("button", { name: "Snooze", exact: true }).click();
  await page.getByRole("button", { name: /^Tomorrow/ }).click();
  await expect(page.getByRole("button", { name: "State: Snoozed" })).toBeVisible();

  await page.getByRole("combobox", { name: "State" }).selectOption({ label: "Snoozed" });
  await expect(page).toHaveURL(/status=snoozed/);
  const list = page.getByRole("list", { name: "Conversations" });
  await expect(list.getByRole("button", { name: /Carla Mendes/ })).toBeVisible();
  await expect(list.getByRole("button", { name: /Diego Torres/ })).toBeHidden();

  await page.getByRole("button", { name: "State: Snoozed" }).click();
  await page.getByRole("menuitem", { name: "Open" }).click();
  await expect(page.getByRole("button", { name: "State: Open" })).toBeVisible();
  await expect(list.getByRole("button", { name: /Carla Mendes/ })).toBeHidden();
});

test("what was typed waits for its thread, and j and k walk through the list", async ({ page }) => {
  await page.goto("/demo/conversations?status=all");
  await expect(page.getByRole("list", { name: "Conversations" })).toBeVisible();
  const shown = page.getByRole("region").getByRole("heading", { level: 2 }).first();
  await page.keyboard.press("j");
  await expect(shown).toBeVisible();
  const first = await shown.textContent();
  await page.keyboard.press("r");
  await expect(field(page)).toBeFocused();
  await field(page).fill("Half a sentence");
  await field(page).press("Escape");
  await page.keyboard.press("j");
  await expect(shown).not.toHaveText(first ?? "");
  await expect(field(page)).toHaveValue("");
  await page.keyboard.press("k");
  await expect(shown).toHaveText(first ?? "");
  await expect(field(page)).toHaveValue("Half a sentence");
});

test("a conversation is found in the palette by its contact", async ({ page }) => {
  await page.goto("/demo/overview");
  await openPalette(page);
  await page.getByRole("combobox").fill("diego torres");
  await page.getByRole("option", { name: /^Conversation with Diego Torres/ }).click();
  await expect(page.getByRole("region", { name: "Diego Torres" })).toBeVisible();
});
