import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expectSaved, lineOf, messageText, nameField, run, startEmpty } from "./support/builder";
import { expect, test } from "./support/fixtures";

const SAYS = "Your plan is {{ contact.plan }}.";

/** Chooses a file as from the disk. */
async function give(page: Page, button: Locator, text: string) {
  const chooser = page.waitForEvent("filechooser");
  await button.click();
  const file = { name: "a.sequence.json", mimeType: "application/json", buffer: Buffer.from(text) };
  await (await chooser).setFiles(file);
}

const acts = (page: Page, name: string) => page.getByRole("button", { name: `Actions for ${name}` });

/** Writes a sequence in the demo account and exports it. */
async function exported(page: Page, name: string): Promise<string> {
  await startEmpty(page, name);
  await run(page).getByRole("button", { name: "Add step" }).click();
  await messageText(page, 1).fill(SAYS);
  await expectSaved(page);
  await acts(page, name).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: /^Export/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^[a-z0-9-]+\.sequence\.json$/);
  return readFile(await file.path(), "utf8");
}

test("a file exported from one account is imported into another", async ({ page }) => {
  const text = await exported(page, "Plan check");
  await page.goto("/new-account");
  await page.getByRole("textbox", { name: "Account name" }).fill("Second shop");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL(/\/second-shop[^/]*\/overview$/);
  await page.goto(page.url().replace("/overview", "/sequences/new"));
  await give(page, page.getByRole("button", { name: /^Import a file/ }), text);
  await expect(page.getByText("“Plan check” is imported as a draft.")).toBeVisible();
  await expect(page.getByText("Not known in this account: contact.plan.", { exact: false })).toBeVisible();
  await expect(nameField(page)).toHaveValue("Plan check");
  await expect(messageText(page, 1)).toHaveValue(SAYS);
});

test("a file that cannot be read is refused with its place, and nothing is made", async ({ page }) => {
  const text = await exported(page, "Refused later");
  const made = page.getByRole("link", { name: "Refused later" });
  await page.goto("/demo/sequences");
  await expect(made.first()).toBeVisible();
  const before = await made.count();
  await page.goto("/demo/sequences/new");
  const button = page.getByRole("button", { name: /^Import a file/ });
  const alert = page.getByRole("alert").filter({ hasText: "not imported" });

  await give(page, button, text.replace('"schemaVersion": 1', '"schemaVersion": 3'));
  await expect(alert).toContainText("made by a newer version: 3; this one reads up to 1");
  await give(page, button, text.slice(0, -40));
  await expect(alert).toContainText("cannot be read as JSON");
  await give(page, button, text.replace('"amount": 0', '"amount": -4'));
  await expect(alert).toContainText("step 1, the wait");
  await give(page, button, text.replace('"channel"', '"chanel": "sms", "channel"'));
  await expect(alert).toContainText("draft.steps.0.chanel");

  await page.goto("/demo/sequences");
  await expect(made).toHaveCount(before);
});

test("a file takes the place of the open draft, and undo brings the draft back", async ({ page }) => {
  const text = await exported(page, "Where it comes from");
  await startEmpty(page, "Where it goes");
  await run(page).getByRole("button", { name: "Add step" }).click();
  await messageText(page, 1).fill("My own words");
  await expectSaved(page);

  const importInto = async (file: string) => {
    await acts(page, "Where it goes").click();
    await give(page, page.getByRole("menuitem", { name: "Import into this sequence" }), file);
  };
  await importInto(text.replace('"schemaVersion": 1', '"schemaVersion": 2'));
  await expect(page.getByText("made by a newer version: 2", { exact: false })).toBeVisible();
  await expect(lineOf(page, 1)).toContainText("My own words");

  await importInto(text);
  await expect(lineOf(page, 1)).toContainText("Your plan is");
  await expect(nameField(page)).toHaveValue("Where it goes");
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(lineOf(page, 1)).toContainText("My own words");
});
