import { expect, type Page } from "@playwright/test";

/** Presses until the page can answer: its text is there before its keys are. */
export async function openPalette(page: Page) {
  const palette = page.getByRole("dialog", { name: /^(Search and commands|Búsqueda y comandos)$/ });
  await expect(async () => {
    if (!(await palette.isVisible())) await page.keyboard.press("Control+k");
    await expect(palette).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
  return palette;
}
