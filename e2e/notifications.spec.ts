import { expect } from "@playwright/test";
import { addContact, signUp } from "./support/account";
import { answer, enrollContact, openPhone } from "./support/acts";
import { findingsOn } from "./support/axe";
import { expectSaved, messageText, startEmpty, run as theRun } from "./support/builder";
import { test } from "./support/fixtures";

test.use({ viewport: { width: 1440, height: 900 } });

test("a reply that hands a run over rings, leads to the thread and is read there", async ({
  visitor: page,
}) => {
  const [contact, sequence] = ["Clara Sino", "Rings the bell"];
  const account = await signUp(page);
  await addContact(page, { name: contact, phone: "+1 202 555 0188" });
  await startEmpty(page, sequence, account);
  await page.getByRole("button", { name: "Add step", exact: true }).click();
  await messageText(page, 1).fill(`${sequence}: first`);
  await theRun(page)
    .getByRole("button", { name: /^Stops/ })
    .click();
  await page.getByRole("combobox", { name: "What a reply does" }).selectOption("pause");
  // A second step keeps the run going.
  await page.getByRole("button", { name: "Add step", exact: true }).click();
  await messageText(page, 2).fill(`${sequence}: second`);
  await expectSaved(page);
  await page.getByRole("button", { name: /^Publish/ }).click();
  const publishing = page.getByRole("dialog");
  await publishing.getByRole("button", { name: /^Publish/ }).click();
  await expect(publishing).toBeHidden();
  await enrollContact(page, { contact, sequence });
  const phone = await openPhone(page, contact);
  await expect(phone.getByText(`${sequence}: first`)).toBeVisible();
  await answer(page, "Who is this?");

  const sentence = `${contact} replied. Their run in ${sequence} stands until you let it go on.`;
  const bell = page.getByRole("button", { name: /^Notifications, .*unread$/ });
  await expect(bell).toBeVisible();
  await bell.click();
  const panel = page.getByRole("dialog", { name: "Notifications" });
  await expect(panel.getByRole("link", { name: sentence })).toBeVisible();
  expect(await findingsOn(page, "bell")).toEqual([]);
  await panel.getByRole("link", { name: sentence }).click();
  await expect(page).toHaveURL(/\/conversations\?thread=/);
  await expect(panel).toBeHidden();

  await page.goto(`${account}/notifications`);
  const item = page.getByRole("listitem").filter({ hasText: sentence });
  await expect(item).toBeVisible();
  await expect(item.getByRole("button", { name: "Mark as read" })).toHaveCount(0);
  await page.getByRole("link", { name: "Unread", exact: true }).click();
  await expect(page).toHaveURL(/unread=1/);
  await expect(page.getByRole("listitem").filter({ hasText: sentence })).toHaveCount(0);
});

test("everybody chooses what they are told of, and by which way", async ({ page }) => {
  await page.goto("/demo/notifications");
  await page.getByRole("link", { name: "Notification settings" }).click();
  const inApp = page.getByRole("switch", { name: "Maestro suggests an enrollment: in the app" });
  const byMail = page.getByRole("combobox", { name: "Maestro suggests an enrollment: by email" });
  await expect(inApp).toBeChecked();
  await inApp.click();
  await byMail.selectOption("Never");
  await page.getByRole("combobox", { name: "Time of the daily summary" }).selectOption("18:00");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved", { exact: false }).first()).toBeVisible();
  await page.reload();
  await expect(inApp).not.toBeChecked();
  await expect(byMail).toHaveValue("off");
  await expect(page.getByRole("combobox", { name: "Time of the daily summary" })).toHaveValue("18:00");
  await inApp.click();
  await byMail.selectOption("Daily summary");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved", { exact: false }).first()).toBeVisible();
});
