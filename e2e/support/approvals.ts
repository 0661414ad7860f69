import { expect, type Page } from "@playwright/test";
import { stepFields, run as theRun } from "./builder";

/** What a person does with drafts, in their words. */

export const queue = (page: Page) => page.getByRole("list", { name: "Drafts that wait" });
export const inQueue = (page: Page, contact: string) => queue(page).getByRole("button", { name: contact });
export const draftFor = (page: Page, contact: string) =>
  page.getByRole("region", { name: `Draft for ${contact}`, exact: true });
export const words = (page: Page, contact: string) =>
  draftFor(page, contact).getByRole("textbox", { name: "Message", exact: true });

type Written = {
  name: string;
  /** The step's own words. */
  fallback: string;
  mode?: "Maestro writes, a person approves" | "Maestro writes alone";
  /** What a run is about; a contact unless told otherwise. */
  about?: "Charge";
  /** Of the step, counted from the enrollment. */
  days?: number;
  /** What becomes of a draft that nobody decides within four hours. */
  expired?: "skip the step" | "send your own text" | "keep waiting";
};

/** Publishes a sequence whose first step is written by Maestro, and whose second one follows two days behind. */
export async function publishWritten(page: Page, account: string, written: Written) {
  const { name, fallback, mode = "Maestro writes, a person approves", about, days, expired } = written;
  await page.goto(`${account}/sequences`);
  await page.getByRole("link", { name: "New sequence" }).first().click();
  await page.getByRole("button", { name: /^Start empty/ }).click();
  await page.getByRole("textbox", { name: "Sequence name" }).fill(name);
  if (about) {
    await theRun(page)
      .getByRole("button", { name: /^Enters/ })
      .click();
    await page.getByRole("combobox", { name: "What a run is about" }).selectOption(about);
    await theRun(page)
      .getByRole("button", { name: /^Stops/ })
      .click();
    await page.getByRole("combobox", { name: "Goal", exact: true }).selectOption("A charge is paid");
  }
  await page.getByRole("button", { name: "Add step", exact: true }).click();
  const fields = stepFields(page, 1);
  await fields.getByRole("textbox", { name: "Message text" }).fill(fallback);
  if (days) await waitDays(page, 1, days);
  await fields.getByRole("heading", { name: "Compose" }).click();
  await fields.getByRole("combobox", { name: "Who writes" }).selectOption({ label: mode });
  await fields
    .getByRole("textbox", { name: "What Maestro is to write" })
    .fill("Follow up on what was said last. Refer to it in one sentence and leave the next step to them.");
  if (expired) {
    await fields.getByRole("combobox", { name: "Give up after" }).selectOption({ label: "4 hours" });
    await fields.getByRole("combobox", { name: "Then" }).selectOption({ label: expired });
  }
  await page.getByRole("button", { name: "Add step", exact: true }).click();
  await stepFields(page, 2).getByRole("textbox", { name: "Message text" }).fill(`${name}: the second one`);
  await waitDays(page, 2, 2);
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await page.getByRole("button", { name: /^Publish/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^Publish/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/v1 live/)).toBeVisible();
}

async function waitDays(page: Page, step: number, days: number) {
  const fields = stepFields(page, step);
  await fields.getByRole("combobox", { name: "Unit" }).selectOption("days");
  await fields.getByRole("spinbutton", { name: "Wait" }).fill(String(days));
}

/** The inbox of drafts, once the draft for the contact has come in. */
export async function openApprovals(page: Page, account: string, contact: string) {
  await page.goto(`${account}/approvals`);
  await expect(inQueue(page, contact)).toBeVisible();
}
