import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { enrollContact, open, publishSequence } from "./support/acts";
import { findingsOn } from "./support/axe";
import { expect, test } from "./support/fixtures";

const named = (name: string) => `${name} ${randomBytes(3).toString("hex")}`;

/** Makes a contact and stays on its page. */
async function addContact(page: Page, contact: { name: string; phone?: string; email?: string }) {
  await open(page, "Contacts");
  await page.getByRole("button", { name: "New contact" }).click();
  const dialog = page.getByRole("dialog", { name: "New contact" });
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill(contact.name);
  await dialog.getByRole("textbox", { name: "Phone" }).fill(contact.phone ?? "");
  await dialog.getByRole("textbox", { name: "Email" }).fill(contact.email ?? "");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: contact.name })).toBeVisible();
}

const randomPhone = () => `+55119${String(10_000_000 + (randomBytes(4).readUInt32BE() % 80_000_000))}`;

async function isAccessible(page: Page) {
  expect(await findingsOn(page, "contacts")).toEqual([]);
}

test("contacts are filtered, tagged together and kept as a segment", async ({ page }) => {
  const family = named("Barros");
  for (const first of ["Rui", "Eva"])
    await addContact(page, { name: `${first} ${family}`, phone: randomPhone() });
  await open(page, "Contacts");
  await page.getByRole("button", { name: "Filter" }).click();
  const panel = page.getByRole("region", { name: "Filter" });
  const condition = panel.getByRole("group", { name: "Condition 1" });
  await condition.getByRole("textbox", { name: "Value" }).fill(family);
  const list = page.getByRole("table", { name: "Contacts" });
  await expect(list.getByRole("link")).toHaveCount(2);
  await expect(page).toHaveURL(/filter=/);
  await isAccessible(page);

  await page.getByRole("checkbox", { name: "Select all on this page" }).click();
  const selected = page.getByRole("region", { name: "Selected contacts" });
  await expect(selected).toContainText("2 selected");
  await selected.getByRole("button", { name: "Add tag" }).click();
  const tagging = page.getByRole("dialog", { name: "Add tag" });
  await tagging.getByRole("combobox", { name: "Tag" }).fill(family);
  await tagging.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("2 contacts changed.")).toBeVisible();

  await panel.getByRole("button", { name: "Save as segment" }).click();
  const saving = page.getByRole("dialog", { name: "New segment" });
  await saving.getByRole("textbox", { name: "Name" }).fill(family);
  await expect(saving.getByText("2 contacts match")).toBeVisible();
  await saving.getByRole("button", { name: "Save" }).click();
  const segments = page.getByRole("navigation", { name: "Segments" });
  await expect(segments.getByRole("button", { name: family, exact: true })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await page.reload();
  await expect(list.getByRole("link")).toHaveCount(2);

  await segments.getByRole("button", { name: `Acts on the segment ${family}` }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(segments.getByRole("button", { name: family, exact: true })).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(segments.getByRole("button", { name: family, exact: true })).toBeVisible();
});

test("two contacts that are one person are merged, and one of their runs stays", async ({ page }) => {
  const name = named("Nina Prado");
  const sequence = named("Merged");
  const email = `${randomBytes(4).toString("hex")}@example.com`;
  const twin = `${name} twin`;
  await publishSequence(page, {
    name: sequence,
    steps: [{ text: "One" }, { text: "Two", wait: { amount: 3, unit: "days" } }],
  });
  await addContact(page, { name: twin, email });
  await addContact(page, { name, phone: randomPhone() });
  await enrollContact(page, { contact: twin, sequence });
  await open(page, "Contacts");
  await page.getByRole("searchbox", { name: /Search/ }).fill(name);
  await expect(page).toHaveURL(/\?/);
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Enroll", exact: true }).click();
  const enrolling = page.getByRole("dialog");
  await enrolling.getByRole("combobox", { name: "Sequence" }).selectOption({ label: sequence });
  await enrolling.getByRole("button", { name: "Enroll", exact: true }).click();
  await expect(enrolling).toBeHidden();

  await page.getByRole("button", { name: "More acts" }).click();
  await page.getByRole("menuitem", { name: "Merge with another contact" }).click();
  const dialog = page.getByRole("dialog", { name: "Merge two contacts" });
  await expect(dialog).toContainText("This cannot be undone.");
  await dialog.getByRole("searchbox", { name: "Find the other contact" }).fill(twin);
  await dialog
    .getByRole("combobox", { name: "The other contact" })
    .selectOption({ label: `${twin} · ${email}` });
  const effects = dialog.getByRole("region", { name: "What will happen" });
  await expect(effects).toContainText(`A run of “${sequence}” ends`);
  await expect(effects).toContainText(email);
  await dialog.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(email).first()).toBeVisible();
  const timeline = page.getByRole("region", { name: "Timeline" });
  await expect(timeline).toContainText(`${twin} was merged into this contact`);
  await expect(timeline).toContainText(`“${sequence}” ended: Superseded`);
  await isAccessible(page);
});

test("a person is erased once the name was typed, and found nowhere after", async ({ page }) => {
  const name = named("Otto Meireles");
  await addContact(page, { name, phone: randomPhone() });
  await page.getByRole("combobox", { name: "Add a tag" }).fill("gone");
  await page.getByRole("button", { name: "Add a tag" }).click();
  await expect(page.getByRole("button", { name: "Remove the tag gone" })).toBeVisible();
  await page.getByRole("button", { name: "More acts" }).click();
  await page.getByRole("menuitem", { name: "Erase this person" }).click();
  const dialog = page.getByRole("dialog", { name: "Erase this person for ever?" });
  const erase = dialog.getByRole("button", { name: "Erase for ever" });
  await dialog.getByRole("textbox").fill("Otto");
  await expect(erase).toBeDisabled();
  await dialog.getByRole("textbox").fill(name);
  await erase.click();
  await expect(page.getByRole("heading", { level: 1, name: "Contacts" })).toBeVisible();
  await page.getByRole("searchbox", { name: /Search/ }).fill(name);
  await expect(page.getByText("Nobody matches")).toBeVisible();
});
