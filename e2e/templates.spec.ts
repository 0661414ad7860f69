import { expectSaved, messageText, run, startEmpty, stepFields } from "./support/builder";
import { expect, test } from "./support/fixtures";
import { takePicture } from "./support/picture";

test("a template is written, used in a step, counted and archived", async ({ page }) => {
  await page.goto("/demo/templates");
  await page.getByRole("button", { name: "New template" }).first().click();
  const panel = page.getByRole("complementary", { name: "New template" });
  await panel.getByRole("textbox", { name: "Name" }).fill("Holiday greeting");
  await panel.getByRole("combobox", { name: "Category" }).selectOption("Greeting");
  await panel.getByRole("textbox", { name: "Text" }).fill("Hi {{ contact.nickname }}, happy holidays!");
  await expect(panel.getByText("there is no variable “contact.nickname”", { exact: false })).toBeVisible();
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel.getByRole("alert").first()).toContainText("contact.nickname");

  await panel
    .getByRole("textbox", { name: "Text" })
    .fill('Hi {{ contact.first_name | default: "there" }}, happy holidays!');
  await expect(panel.getByRole("region", { name: "Variables used" })).toContainText("First name");
  await panel.getByRole("tab", { name: /Español/ }).click();
  await panel.getByRole("textbox", { name: "Text" }).fill("¡Felices fiestas!");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel).toBeHidden();
  const row = page.getByRole("row").filter({ hasText: "Holiday greeting" });
  await expect(row).toContainText("en · es");
  await expect(row).toContainText("not used");
  await takePicture(page, "templates");

  await startEmpty(page, "Uses a template");
  await run(page).getByRole("button", { name: "Add step" }).click();
  await stepFields(page, 1).getByRole("button", { name: "From the library" }).click();
  await page.getByRole("option", { name: /Holiday greeting.*happy holidays/ }).click();
  await expect(messageText(page, 1)).toHaveValue(/happy holidays/);
  await expectSaved(page);

  await page.goto("/demo/templates?search=holiday");
  await row.getByRole("button", { name: "1 step" }).click();
  await expect(page.getByRole("link", { name: /Uses a template/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await row.getByRole("button", { name: "Actions for Holiday greeting" }).click();
  await page.getByRole("menuitem", { name: "Archive" }).click();
  await expect(row).toBeHidden();
  await page.getByRole("radio", { name: "Archived" }).click();
  await row.getByRole("button", { name: "Actions for Holiday greeting" }).click();
  await page.getByRole("menuitem", { name: "Restore" }).click();
  await expect(page.getByText("Nothing found")).toBeVisible();
});

test("changes that were given up can be brought back", async ({ page }) => {
  await page.goto("/demo/templates");
  await page.getByRole("button", { name: "New template" }).first().click();
  const panel = page.getByRole("complementary", { name: "New template" });
  await panel.getByRole("textbox", { name: "Name" }).fill("Half-written");
  await panel.getByRole("button", { name: "Close" }).click();
  await expect(panel).toBeHidden();
  await page.getByRole("button", { name: "Bring back" }).click();
  await expect(panel.getByRole("textbox", { name: "Name" })).toHaveValue("Half-written");
});
