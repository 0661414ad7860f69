import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { run } from "./support/builder";
import { expect, test } from "./support/fixtures";

const PARTS = ["enters", "stops", "pace", "measure", "defaults", "preview", "versions"];

async function openDemo(page: Page): Promise<string> {
  await page.goto("/demo/sequences");
  await page.getByRole("link", { name: "Unanswered conversation" }).click();
  await expect(run(page)).toBeVisible();
  return new URL(page.url()).pathname;
}

/** What axe finds, each with the first element that it is about. */
async function findingsOn(page: Page, place: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${place}: ${id} ${nodes[0]?.html}`);
}

async function openPart(page: Page, path: string, part: string) {
  await page.goto(`${path}?part=${part}`);
  // The fields come after the frame.
  await expect(page.locator(`[data-part="${part}"] :is(input, select, button, p)`).first()).toBeVisible();
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`axe finds nothing in ${colorScheme}`, () => {
    test.beforeEach(({ page }) => page.emulateMedia({ colorScheme, reducedMotion: "reduce" }));

    test("in any part of the builder", async ({ page }) => {
      test.slow();
      const path = await openDemo(page);
      for (const part of PARTS) {
        await openPart(page, path, part);
        expect(await findingsOn(page, part)).toEqual([]);
      }
      await page.goto(path);
      await run(page)
        .getByRole("button", { name: /^Step 1:/ })
        .click();
      for (const type of ["Text", "HSM template", "Rich"]) {
        await page.getByRole("radio", { name: type, exact: true }).click();
        expect(await findingsOn(page, `step with ${type}`)).toEqual([]);
      }
      await page.getByRole("radio", { name: "Text", exact: true }).click();
    });

    test("where a sequence begins", async ({ page }) => {
      await page.goto("/demo/sequences/new");
      await expect(page.getByRole("button", { name: /^Start empty/ })).toBeVisible();
      expect(await findingsOn(page, "gallery")).toEqual([]);
    });
  });
}

test("nothing of the builder scrolls sideways on a phone", async ({ page }) => {
  test.slow();
  const path = await openDemo(page);
  await page.setViewportSize({ width: 375, height: 812 });
  for (const address of [path, "/demo/sequences/new", ...PARTS.map((part) => `${path}?part=${part}`)]) {
    await page.goto(address);
    await expect(page.getByRole("heading").first()).toBeVisible();
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overhang, address).toBeLessThanOrEqual(0);
  }
});
