import { expect, type Page } from "@playwright/test";

/** Connects the account's Maestro to a model on this machine, and switches it on. */
export async function connectMaestro(
  page: Page,
  account: string,
  url: string,
  { leadMinutes }: { leadMinutes?: number } = {},
) {
  await page.goto(`${account}/settings/maestro`);
  await page.getByLabel("Address", { exact: true }).fill(url);
  await page.getByLabel("Model", { exact: true }).fill("stub");
  await page.getByRole("button", { name: "Test the connection" }).click();
  await expect(page.getByText(/^The model answered in/)).toBeVisible({ timeout: 20_000 });
  await page.getByRole("button", { name: "Save the connection" }).click();
  await expectSaved(page);
  if (leadMinutes !== undefined) {
    await page.getByLabel("Minutes ahead").fill(String(leadMinutes));
    await page.getByRole("button", { name: "Save how Maestro works" }).click();
    await expectSaved(page);
  }
  await page.getByRole("switch", { name: "Maestro is off" }).click();
  await expect(page.getByRole("switch", { name: "Maestro is on" })).toBeChecked();
}

/** The notice goes before the next one may be told from it. */
async function expectSaved(page: Page) {
  const notice = page.locator('[data-front="true"]').getByText("Saved", { exact: false });
  await expect(notice).toBeVisible();
  await expect(notice).toBeHidden({ timeout: 10_000 });
}
