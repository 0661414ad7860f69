import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";

/** `PICTURES=1 npm run test:e2e -- main-job builder-foresee` renews the pictures of the documentation. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (!process.env.PICTURES) return;
  const path = fileURLToPath(new URL(`../../docs/pictures/${name}.png`, import.meta.url));
  await page.screenshot({ path, animations: "disabled" });
}
