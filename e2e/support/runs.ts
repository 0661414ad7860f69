import { expect, type Page } from "@playwright/test";
import { importContacts, openRuns } from "./acts";

/** What a person does to runs, in their words. */

/** The timeline of a contact's run of this sequence, opened from the list of enrollments. */
export async function openRun(page: Page, { contact, sequence }: { contact: string; sequence: string }) {
  const runs = await openRuns(page, contact);
  await runs.filter({ hasText: sequence }).getByRole("button", { name: contact }).click();
  await expect(stateOf(page)).toBeVisible();
}

export const stateOf = (page: Page) => page.getByRole("region", { name: "State of the run" });
export const timelineOf = (page: Page) => page.getByRole("region", { name: "Timeline" });

type Wish = {
  /** As the button or the menu names it. */
  act: string;
  title: RegExp;
  fill?: (dialog: ReturnType<Page["getByRole"]>) => Promise<void>;
};

/** Does something to the open run or to the selection, after the look ahead has answered. */
export async function actOn(page: Page, place: ReturnType<Page["getByRole"]>, { act, title, fill }: Wish) {
  if (act === "Move to step" || act === "Reschedule") {
    await place.getByRole("button", { name: "More acts" }).click();
    await page.getByRole("menuitem", { name: act }).click();
  } else await place.getByRole("button", { name: act, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: title });
  await fill?.(dialog);
  await expect(dialog.getByRole("list", { name: "Effect" })).toBeVisible();
  await dialog.getByRole("button", { name: act, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Takes back the newest act: older notices lie under its own, and cannot be pressed. */
export const undo = (page: Page) =>
  page.locator('[data-front="true"]').getByRole("button", { name: "Undo", exact: true }).click();

/** Imports people and starts a sequence for them; answers when everybody was looked at. */
export async function enrollImported(page: Page, { file, sequence }: { file: string; sequence: string }) {
  const imported = await importContacts(page, file);
  await imported.getByRole("button", { name: "Enroll them" }).click();
  const dialog = page.getByRole("dialog", { name: "Enroll contacts" });
  await dialog.getByRole("combobox", { name: "Sequence" }).selectOption({ label: sequence });
  await expect(dialog.getByRole("list", { name: "Who will be enrolled" })).toBeVisible();
  await dialog.getByRole("button", { name: "Enroll", exact: true }).click();
  await expect(dialog).toBeHidden();
}

export const bulks = (page: Page) => page.getByRole("region", { name: "Bulk enrollments" });

/** Adds a filter of the enrollment browser from its menu. */
export async function addFilter(page: Page, field: string, value: string) {
  await page.getByRole("button", { name: "Add filter" }).click();
  const menu = page.getByRole("dialog", { name: "Add filter" });
  await menu.getByRole("option", { name: field, exact: true }).click();
  await menu.getByRole("combobox").fill(value);
  await menu.getByRole("option", { name: value, exact: true }).click();
  await expect(menu).toBeHidden();
}

export const actsOnMany = (page: Page) => page.getByRole("region", { name: "Acts on many runs" });
