import { randomBytes } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { open } from "./acts";
import { openAtNoonAndAllDay } from "./database";

/** A person with an account of their own, so that no other inbox stands before theirs. Answers its address. */
export async function signUp(page: Page): Promise<string> {
  const mark = randomBytes(4).toString("hex");
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("New administrator");
  await page.getByLabel("Email").fill(`${mark}@example.com`);
  await page.getByLabel("Password").fill("a long enough password");
  await page.getByLabel("Account name").fill(`Account ${mark}`);
  await page.getByRole("button", { name: /Create/ }).click();
  await expect(page).toHaveURL(/\/overview$/);
  const account = page.url().replace("/overview", "");
  await openAtNoonAndAllDay(account);
  return account;
}

/** Opens the form of a new inbox. */
export async function addInbox(page: Page, kind: string) {
  await open(page, "Settings");
  await page.getByRole("link", { name: "Inboxes" }).click();
  await page.getByRole("button", { name: "Add inbox" }).click();
  await page.getByRole("menuitem", { name: kind }).click();
}

/** Fills the form of an inbox by its labels. */
export async function fillInbox(page: Page, fields: Record<string, string>) {
  for (const [label, value] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
}

/** Opens what stands under a closed heading of the form. */
export const unfold = (page: Page, heading: string) => page.getByText(heading, { exact: true }).click();

/** Saves the form of a new inbox; the page that opens says where the provider calls. */
export async function saveInbox(page: Page) {
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/settings\/inboxes\/[0-9a-f-]{36}$/);
}

export const webhookAddress = (page: Page): Promise<string> =>
  page.getByRole("textbox", { name: "Callback address" }).inputValue();

export async function addContact(
  page: Page,
  { name, ...fields }: { name: string; email?: string; phone?: string },
) {
  await open(page, "Contacts");
  await page.getByRole("button", { name: "New contact" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  if (fields.email) await dialog.getByRole("textbox", { name: "Email" }).fill(fields.email);
  if (fields.phone) await dialog.getByRole("textbox", { name: "Phone" }).fill(fields.phone);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

export async function openContact(page: Page, name: string) {
  await open(page, "Contacts");
  await page.getByRole("searchbox", { name: /Search/ }).fill(name);
  // The list has caught up with the search, or its address would replace the contact's.
  await expect(page).toHaveURL(/\?/);
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** The page of an inbox, from the list of them. */
export async function openInbox(page: Page, account: string, name: string) {
  await page.goto(`${account}/settings/inboxes`);
  await page.locator("#content").getByRole("table").getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("region", { name, exact: true })).toBeVisible();
}

/** Removes the phone on the screen that every account begins with, so that steps go out by the account's own inbox. */
export async function removeSandboxPhone(page: Page, account: string) {
  await openInbox(page, account, "Sandbox phone");
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page).toHaveURL(/\/settings\/inboxes$/);
}

/** The line above every screen that says what is wrong. */
export const alertStrip = (page: Page) => page.getByRole("link", { name: /Open alerts/ });
