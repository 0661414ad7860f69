import type { Page } from "@playwright/test";
import {
  choose,
  expectReminder,
  expectSaved,
  lineOf,
  messageText,
  nameField,
  PAYMENT_REMINDER,
  type Reminder,
  run,
  startEmpty,
  stepFields,
  tabTo,
} from "./support/builder";
import { expect, test } from "./support/fixtures";

test("the payment reminder is built from scratch by mouse", async ({ page }) => {
  await startEmpty(page, "Payment reminder by mouse");
  await run(page)
    .getByRole("button", { name: /^Enters/ })
    .click();
  await page.getByRole("combobox", { name: "What a run is about" }).selectOption("Charge");
  for (const [index, step] of PAYMENT_REMINDER.entries()) {
    await run(page).getByRole("button", { name: "Add step" }).click();
    await fillByMouse(page, index + 1, step);
  }
  await run(page)
    .getByRole("button", { name: /^Stops/ })
    .click();
  await page.getByRole("combobox", { name: "Goal", exact: true }).selectOption("A charge is paid");
  await expectSaved(page);
  await expectReminder(page, PAYMENT_REMINDER);
  await expect(run(page).getByText(/ends 10 days after the due date/)).toBeVisible();

  // The last one first, dragged by its number; then undone.
  const grip = run(page).getByRole("button", { name: "Drag step 5" });
  await grip.hover();
  const from = await run(page).getByRole("button", { name: "Drag step 5" }).boundingBox();
  const to = await run(page).getByRole("button", { name: "Drag step 1", exact: true }).boundingBox();
  if (!from || !to) throw new Error("Both grips are in sight.");
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height, { steps: 12 });
  await page.mouse.move(to.x + to.width / 2, to.y, { steps: 4 });
  await page.mouse.up();
  await expect(lineOf(page, 1)).toContainText("last reminder");
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expectReminder(page, PAYMENT_REMINDER);

  await expectSaved(page);
  await page.getByRole("button", { name: /^Publish/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^Publish/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/v1 live/)).toBeVisible();
});

async function fillByMouse(page: Page, number: number, step: Reminder) {
  const fields = stepFields(page, number);
  await fields
    .getByRole("textbox", { name: "Message text" })
    .fill(`Hi {{ contact.first_name }}, ${step.text}`);
  await fields
    .getByRole("combobox", { name: "Counted from" })
    .selectOption(`${step.side} the charge’s due date`);
  await fields.getByRole("combobox", { name: "Unit" }).selectOption("days");
  await fields.getByRole("spinbutton", { name: "Wait" }).fill(String(step.days));
  await fields.getByRole("combobox", { name: "Channel" }).selectOption(step.channel);
  if (step.subject) await fields.getByRole("textbox", { name: "Subject" }).fill(step.subject);
}

test("the payment reminder is built from scratch with the keyboard alone", async ({ page }) => {
  await page.goto("/demo/sequences");
  await tabTo(page, page.getByRole("link", { name: "New sequence" }).first());
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: /^Start empty/ }));
  await page.keyboard.press("Enter");
  await expect(nameField(page)).toBeFocused();
  await page.keyboard.type("Payment reminder by keyboard");
  await page.keyboard.press("Enter");

  // "Enters" is what an empty draft begins with.
  await page.keyboard.press("Enter");
  const target = page.getByRole("combobox", { name: "What a run is about" });
  await expect(target).toBeFocused();
  await choose(page, target, "Charge");
  await page.keyboard.press("Escape");
  for (const [index, step] of PAYMENT_REMINDER.entries()) {
    await page.keyboard.press("a");
    await expect(messageText(page, index + 1)).toBeFocused();
    await typeStep(page, index + 1, step);
    await page.keyboard.press("Escape");
    await expect(lineOf(page, index + 1)).toBeFocused();
  }
  await expectReminder(page, PAYMENT_REMINDER);

  await page.keyboard.press("Alt+ArrowUp");
  await expect(lineOf(page, 4)).toContainText("last reminder");
  await page.keyboard.press("Control+z");
  await expectReminder(page, PAYMENT_REMINDER);
  await page.keyboard.press("k");
  await page.keyboard.press("Delete");
  await expect(lineOf(page, 5)).toBeHidden();
  await page.keyboard.press("Control+z");
  await expectReminder(page, PAYMENT_REMINDER);
  await expect(lineOf(page, 4)).toBeFocused();

  await expectSaved(page);
  await tabTo(page, page.getByRole("button", { name: /^Publish/ }), "Shift+Tab");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await tabTo(page, dialog.getByRole("button", { name: /^Publish/ }));
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/v1 live/)).toBeVisible();
});

async function typeStep(page: Page, number: number, step: Reminder) {
  const fields = stepFields(page, number);
  await page.keyboard.type("Hi {first");
  await expect(fields.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.type(`, ${step.text}`);
  const channel = fields.getByRole("combobox", { name: "Channel" });
  await tabTo(page, channel, "Shift+Tab");
  await choose(page, channel, step.channel);
  const from = fields.getByRole("combobox", { name: "Counted from" });
  await tabTo(page, from, "Shift+Tab");
  await choose(page, from, `${step.side} the charge’s due date`);
  await tabTo(page, fields.getByRole("spinbutton", { name: "Wait" }), "Shift+Tab");
  await page.keyboard.press("Control+a");
  await page.keyboard.type(String(step.days));
  const unit = fields.getByRole("combobox", { name: "Unit" });
  await tabTo(page, unit);
  await choose(page, unit, "days");
  if (step.subject) {
    await tabTo(page, fields.getByRole("textbox", { name: "Subject" }));
    await page.keyboard.type(step.subject);
  }
}
