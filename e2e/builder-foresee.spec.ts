import { run } from "./support/builder";
import { expect, test } from "./support/fixtures";

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
});

test("a simulation tells for many people what is sent on which day, and why some wait", async ({ page }) => {
  await page.goto("/demo/settings/limits");
  const inbox = page.getByRole("group", { name: "Sandbox phone" });
  await inbox.getByRole("spinbutton", { name: "Per day" }).fill("2");
  await inbox.getByRole("button", { name: "Save the limits of Sandbox phone" }).click();
  await expect(page.getByText("Saved")).toBeVisible();

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
  const cells = await table.getByRole("cell").allInnerTexts();
  expect(Math.max(...cells.map(Number))).toBe(2);
  await expect(panel.getByRole("heading", { name: "Put off" })).toBeVisible();

  await page.goto("/demo/settings/limits");
  await inbox.getByRole("spinbutton", { name: "Per day" }).fill("");
  await inbox.getByRole("button", { name: "Save the limits of Sandbox phone" }).click();
  await expect(page.getByText("Saved")).toBeVisible();
});
