import { fixture, open } from "./support/acts";
import { startEmpty } from "./support/builder";
import { expect, test } from "./support/fixtures";

test("bad rows of a CSV file are named by line and reason, the good ones are imported", async ({ page }) => {
  await open(page, "Contacts");
  await page.getByRole("button", { name: "Import contacts" }).first().click();
  const dialog = page.getByRole("dialog");
  const chooser = page.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: "Choose file" }).click();
  await (await chooser).setFiles(fixture("contacts-malformed.csv"));
  await expect(dialog.getByText("2 new contacts")).toBeVisible();
  await expect(dialog.getByText("“12345” is not a valid phone number.")).toBeVisible();
  await expect(
    dialog.getByText("There is no time zone called “Mars/Olympus”.", { exact: false }),
  ).toBeVisible();
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(dialog.getByText("2 contacts created")).toBeVisible();
});

test("an unknown time zone is refused at its field and nothing is stored", async ({ page }) => {
  await open(page, "Settings");
  const zone = page.getByRole("combobox", { name: "Time zone" });
  const stored = await zone.inputValue();
  await zone.fill("Mars/Olympus");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(
    page.getByText("There is no time zone called “Mars/Olympus”.", { exact: false }),
  ).toBeVisible();
  await page.reload();
  await expect(zone).toHaveValue(stored);
});

test("a broken text is explained where it stands and cannot be published", async ({ page }) => {
  await startEmpty(page, "Broken");
  await page.getByRole("button", { name: "Add step" }).click();
  const step = page.getByRole("group", { name: "Step 1", exact: true });
  await step.getByRole("textbox", { name: "Message text" }).fill("Hi {{ contact.nickname }}, {% if %}");
  await expect(step.getByText("nickname", { exact: false }).last()).toBeVisible();
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^1 problem|^\d+ problems/ })).toBeVisible();
  await page.getByRole("button", { name: /^Publish/ }).click();
  await expect(page.getByText("never published")).toBeVisible();
});

test("a contact without an address is refused in words, and what was typed stays", async ({ page }) => {
  await open(page, "Contacts");
  await page.getByRole("button", { name: "New contact" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill("Nobody");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("Give a phone number or an email address.")).toBeVisible();
  await expect(dialog.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Nobody");
});
