import { expect, test } from "./support/fixtures";
import { openPalette } from "./support/palette";

test.beforeEach(async ({ page }) => {
  await page.goto("/demo/overview");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("Ctrl K leads to a sequence by a few letters of its name", async ({ page }) => {
  const palette = await openPalette(page);
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("unanswered");
  await expect(palette.getByRole("option", { selected: true })).toContainText("Unanswered conversation");
  await page.keyboard.press("Enter");
  await expect(palette).toBeHidden();
  await expect(page).toHaveURL(/\/demo\/sequences\/[\w-]+$/);
});

test("the search button leads to a contact, and says when nothing is found", async ({ page }) => {
  await page.getByRole("button", { name: "Search" }).click();
  const palette = page.getByRole("dialog", { name: "Search and commands" });
  await palette.getByRole("combobox").fill("no such name");
  await expect(palette.getByText("Nothing found for “no such name”")).toBeVisible();
  await palette.getByRole("combobox").fill("bruno");
  await palette.getByRole("option", { name: /^Bruno Lima/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Bruno Lima" })).toBeVisible();
});

test("closing the palette gives the focus back", async ({ page }) => {
  const contacts = page.getByRole("link", { name: "Contacts" }).first();
  await contacts.focus();
  await openPalette(page);
  await page.keyboard.press("Escape");
  await expect(contacts).toBeFocused();
});

test("the theme and the language can be chosen from the palette", async ({ page }) => {
  let palette = await openPalette(page);
  await page.getByRole("option", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveClass(/dark/);
  await expect(palette).toBeHidden();
  palette = await openPalette(page);
  await page.getByRole("option", { name: "Español" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Resumen" })).toBeVisible();
  await expect(palette).toBeHidden();
  await openPalette(page);
  await page.getByRole("option", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
});

test("? lists the shortcuts, which go where they say", async ({ page }) => {
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(list.getByRole("definition").filter({ hasText: /^G S$/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/\/demo\/contacts$/);
});

test("shortcuts rest while a field is typed in", async ({ page }) => {
  await page.goto("/demo/contacts");
  const search = page.getByRole("searchbox");
  await search.pressSequentially("g s?");
  await expect(search).toHaveValue("g s?");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page).toHaveURL(/\/demo\/contacts/);
});
