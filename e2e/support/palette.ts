import { expect, type Page } from "@playwright/test";

/** Presses until the page can answer: a change of language draws it anew. */
export async function openPalette(page: Page) {
  const palette = page.getByRole("dialog", { name: /^(Search and commands|Búsqueda y comandos)$/ });
  await expect(async () => {
    if (!(await palette.isVisible())) await page.keyboard.press("Control+k");
    await expect(palette).toBeVisible({ timeout: 2_000 });
  }).toPass();
  return palette;
}
