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
  await expect(page.getByText(/^The model answered in/)).toBeVisible();
  await save(page, "Save the connection");
  if (leadMinutes !== undefined) {
    await page.getByLabel("Minutes ahead").fill(String(leadMinutes));
    await save(page, "Save how Maestro works");
  }
  await page.getByRole("switch", { name: "Maestro is off" }).click();
  const on = page.getByRole("switch", { name: "Maestro is on" });
  await expect(on).toBeChecked();
  // It shows what is wished for while it is being stored.
  await expect(on).toBeEnabled();
}

/** The notices of two savings cannot be told apart, so the answer counts. */
async function save(page: Page, button: string) {
  const stored = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: button }).click();
  await stored;
  await expect(page.locator('[data-front="true"]').getByText("Saved", { exact: false })).toBeVisible();
}
