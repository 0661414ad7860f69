import type { Page } from "@playwright/test";
import { lineOf, nameField, run, tabTo } from "./support/builder";
import { expect, test } from "./support/fixtures";
import { takePicture } from "./support/picture";

async function openGallery(page: Page) {
  await page.goto("/demo/sequences");
  await page.getByRole("link", { name: "New sequence" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "New sequence" })).toBeVisible();
}

test("a newcomer starts from the payment reminder in Spanish and publishes it", async ({ page }) => {
  await openGallery(page);
  await page.getByRole("searchbox", { name: "Search ready-made sequences" }).fill("recordatorio pago");
  const list = page.getByRole("radiogroup", { name: "Ready-made sequences" });
  await list.getByText("Payment reminder").click();
  const preview = page.getByRole("region", { name: "Preview of Payment reminder" });
  await expect(preview.getByText("a quick heads-up", { exact: false })).toBeVisible();
  await preview.getByRole("radio", { name: "Español" }).click();
  await expect(preview.getByText("Hola, Ana. Un aviso rápido", { exact: false })).toBeVisible();
  await expect(preview.getByText("3 days before the due date, 10:00")).toBeVisible();
  await expect(page).toHaveURL(/start=payment-before-due/);
  await takePicture(page, "gallery");

  await page.getByRole("button", { name: "Use this sequence" }).click();
  await expect(nameField(page)).toHaveValue("Recordatorio de pago");
  for (const [index, wait] of [
    /3 days before/,
    /on the due date/i,
    /2 days after/,
    /5 days after/,
  ].entries()) {
    await expect(lineOf(page, index + 1)).toContainText(wait);
  }
  await expect(lineOf(page, 5)).toContainText(/10 days after/);
  await expect(lineOf(page, 1)).toContainText("Un aviso rápido");

  await page.getByRole("button", { name: /^Publish/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^Publish/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/v1 live/)).toBeVisible();
});

test("a ready-made sequence is chosen with the keyboard alone", async ({ page }) => {
  await openGallery(page);
  await tabTo(page, page.getByRole("radio", { name: "Unanswered conversation, fast" }));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Unanswered conversation, patient" })).toBeChecked();
  await page.keyboard.press("Enter");
  await expect(nameField(page)).toHaveValue("Unanswered conversation, patient");
  await expect(run(page).getByRole("button", { name: /^Step 4:/ })).toBeVisible();
});

test("what is looked at stands in the address", async ({ page }) => {
  await page.goto("/demo/sequences/new?start=renewal&language=pt-BR");
  const preview = page.getByRole("region", { name: "Preview of Contract renewal" });
  await expect(preview.getByText("Daqui a um mês chega a hora de renovar", { exact: false })).toBeVisible();
  await page.getByRole("searchbox").fill("nothing like this");
  await expect(page.getByText("No ready-made sequence matches “nothing like this”.")).toBeVisible();
});

test("on a phone the chosen sequence opens over the list", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await openGallery(page);
  await page.getByRole("radiogroup").getByText("Abandoned cart").click();
  const sheet = page.getByRole("dialog", { name: "Abandoned cart" });
  await expect(sheet.getByText("it stayed in the cart", { exact: false })).toBeVisible();
  await sheet.getByRole("button", { name: "Use this sequence" }).click();
  await expect(nameField(page)).toHaveValue("Abandoned cart");
});
