import { expect, type Page } from "@playwright/test";

/** What a person does with deals, appointments and charges. */

/** Publishes a ready-made sequence as it is. */
export async function publishReadyMade(page: Page, id: string) {
  await page.goto(`/demo/sequences/new?start=${id}`);
  await page.getByRole("button", { name: "Use this sequence" }).click();
  await expect(page).not.toHaveURL(/\/new(\?|$)/);
  await page.getByRole("button", { name: /^Publish/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^Publish/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/v1 live/)).toBeVisible();
}

type NewRecord = {
  section: "deals" | "appointments" | "charges";
  contact: string;
  title: string;
  /** The address of the account; the demo account's unless told otherwise. */
  account?: string;
};

/** Adds a record on its own screen and opens it. Answers its panel. */
export async function addRecord(
  page: Page,
  { section, contact, title, account = "/demo" }: NewRecord,
  fill: (dialog: ReturnType<Page["getByRole"]>) => Promise<void>,
) {
  await page.goto(`${account}/${section}`);
  const kind = section.slice(0, -1);
  await page
    .getByRole("button", { name: `New ${kind}` })
    .first()
    .click();
  const dialog = page.getByRole("dialog", { name: `New ${kind}` });
  await dialog.getByRole("button", { name: /^Contact:/ }).click();
  await page.getByRole("searchbox", { name: "Search by name, phone or email" }).fill(contact);
  await page.getByRole("listitem").getByRole("button", { name: contact }).click();
  await dialog.getByRole("textbox", { name: "What it is about" }).fill(title);
  await fill(dialog);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: title, exact: true }).click();
  const panel = page.getByRole("complementary", { name: title });
  await expect(panel).toBeVisible();
  return panel;
}

/** A day from today on, as a field of the browser has it. */
export const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
