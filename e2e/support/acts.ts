import { fileURLToPath } from "node:url";
import { expect, type Page } from "@playwright/test";

/** What a person does on the screens, in their words; each leaves the page where the act leaves a person. */

export const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

const sectionOf = (page: Page, name: string) =>
  page.getByRole("navigation").first().getByRole("link", { name, exact: false });

/** To where the sidebar's link leads. */
export async function open(page: Page, section: string) {
  const link = sectionOf(page, section);
  const address = (await link.count()) > 0 ? await link.getAttribute("href") : null;
  if (address) await page.goto(address);
  else {
    await page.goto("/");
    await link.click();
  }
  await expect(page.getByRole("heading", { level: 1, name: section })).toBeVisible();
}

type WrittenStep = {
  text: string;
  subject?: string;
  wait?: { amount: number; unit: string };
  channel?: string;
};

/** Writes a sequence and publishes its first version. */
export async function publishSequence(page: Page, { name, steps }: { name: string; steps: WrittenStep[] }) {
  await open(page, "Sequences");
  await page.getByRole("link", { name: "New sequence" }).first().click();
  await page.getByRole("button", { name: /^Start empty/ }).click();
  await page.getByRole("textbox", { name: "Sequence name" }).fill(name);
  for (const [index, step] of steps.entries()) {
    await page.getByRole("button", { name: "Add step", exact: true }).click();
    const group = page.getByRole("group", { name: `Step ${index + 1}`, exact: true });
    await group.getByRole("textbox", { name: "Message text" }).fill(step.text);
    if (step.wait) {
      await group.getByRole("combobox", { name: "Unit" }).selectOption(step.wait.unit);
      await group.getByRole("spinbutton", { name: "Wait" }).fill(String(step.wait.amount));
    }
    if (step.channel) await group.getByRole("combobox", { name: "Channel" }).selectOption(step.channel);
    if (step.subject) await group.getByRole("textbox", { name: "Subject" }).fill(step.subject);
  }
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await page.getByRole("button", { name: /^Publish/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^Publish/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("v1 live")).toBeVisible();
}

/** Imports a CSV file of `e2e/fixtures` with the mapping that is proposed. */
export async function importContacts(page: Page, file: string) {
  await open(page, "Contacts");
  await page.getByRole("button", { name: "Import contacts" }).first().click();
  const dialog = page.getByRole("dialog");
  const chooser = page.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: "Choose file" }).click();
  await (await chooser).setFiles(fixture(file));
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(dialog.getByRole("button", { name: "Done" })).toBeVisible();
  return dialog;
}

/** Starts the sequence for the contacts of this name. */
export async function enrollContact(
  page: Page,
  { contact, sequence }: { contact: string; sequence: string },
) {
  await open(page, "Contacts");
  await page.getByRole("searchbox", { name: /Search/ }).fill(contact);
  // The list has caught up with the search, or its address would replace the contact's.
  await expect(page).toHaveURL(/\?/);
  await page.getByRole("link", { name: contact }).click();
  // The list has a button of its own, for everybody that it shows.
  await expect(page.getByRole("heading", { level: 1, name: contact })).toBeVisible();
  await page.getByRole("button", { name: "Enroll" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Sequence" }).selectOption({ label: sequence });
  await dialog.getByRole("button", { name: "Enroll", exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** The phone of a contact, once something has arrived on it. */
export async function openPhone(page: Page, contact: string) {
  await open(page, "Sandbox");
  await page.getByRole("list", { name: "Threads" }).getByRole("button", { name: contact }).click();
  const phone = page.getByRole("region", { name: `Phone of ${contact}` });
  await expect(phone).toBeVisible();
  return phone;
}

/** Answers as the contact. */
export async function answer(page: Page, text: string) {
  await page.getByRole("textbox", { name: "Answer" }).fill(text);
  await page.getByRole("button", { name: "Send", exact: true }).click();
}

/** The line of a contact's run in the list of enrollments. */
export async function openRuns(page: Page, contact: string) {
  await open(page, "Enrollments");
  await page.getByRole("searchbox", { name: "Search contact" }).fill(contact);
  return page.getByRole("row").filter({ hasText: contact });
}
