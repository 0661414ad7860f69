import type { Page } from "@playwright/test";
import { run } from "./support/builder";
import { expect, test } from "./support/fixtures";
import { takePicture } from "./support/picture";

test("the preview says for one contact when, by which channel and in which words", async ({ page }) => {
  await page.goto("/demo/sequences");
  await page.getByRole("link", { name: "Unanswered conversation" }).click();
  await expect(run(page)).toBeVisible();
  await page.getByRole("button", { name: "Preview" }).click();
  const panel = page.getByRole("group", { name: "Preview" });
  await panel.getByRole("button", { name: /^Contact:/ }).click();
  await page.getByRole("searchbox", { name: "Search contacts by name" }).fill("Ana");
  await page.getByRole("button", { name: "Ana Souza" }).click();
  const first = panel.getByRole("listitem").filter({ hasText: "Step 1" });
  await expect(first.getByText(/WhatsApp through Sandbox phone/)).toBeVisible();
  await expect(first.getByText(/Hi Ana/)).toBeVisible();
  await expect(panel.getByText(/^Ends .*: Completed/)).toBeVisible();
  await takePicture(page, "builder");
});

async function limitPhone(page: Page, perDay: string) {
  await page.goto("/demo/settings/limits");
  const inbox = page.getByRole("group", { name: "Sandbox phone" });
  await inbox.getByRole("spinbutton", { name: "Per day" }).fill(perDay);
  await inbox.getByRole("button", { name: "Save the limits of Sandbox phone" }).click();
  await expect(page.getByText("Saved")).toBeVisible();
}

test.describe("a simulation", () => {
  // Other tests send from the same inbox.
  test.afterEach(({ page }) => limitPhone(page, ""));

  test("tells for many people what is sent on which day, and why some wait", async ({ page }) => {
    await limitPhone(page, "1");
    await page.goto("/demo/sequences");
    await page.getByRole("link", { name: "Unanswered conversation" }).click();
    await page.getByRole("button", { name: "Preview" }).click();
    const panel = page.getByRole("group", { name: "Preview" });
    await panel.getByRole("radio", { name: "Many people" }).click();
    await panel.getByRole("button", { name: "Simulate", exact: true }).click();
    await expect(panel.getByRole("status")).toContainText(/people in .* s/);
    await expect(panel.getByRole("figure", { name: "Messages per day and inbox" })).toBeVisible();
    await panel.getByText("Show as table").click();
    const table = panel.getByRole("table", { name: "Messages per day and inbox" });
    const headers = await table.getByRole("columnheader").allInnerTexts();
    const column = headers.indexOf("Sandbox phone");
    const days = await table
      .getByRole("row")
      .filter({ has: page.getByRole("cell") })
      .all();
    const sent = days.map((day) =>
      day
        .getByRole("cell")
        .nth(column - 1)
        .innerText(),
    );
    expect(Math.max(...(await Promise.all(sent)).map(Number))).toBe(1);
    await expect(panel.getByRole("heading", { name: "Put off" })).toBeVisible();
  });
});
