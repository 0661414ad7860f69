import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./support/fixtures";

const SCREENS = [
  "overview",
  "sequences",
  "enrollments",
  "contacts",
  "sandbox",
  "settings/general",
  "settings/quiet-hours",
  "settings/holidays",
  "settings/inboxes",
  "settings/runs",
];

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any screen in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const screen of SCREENS) {
      await page.goto(`/demo/${screen}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${screen}: ${id} ${nodes[0]?.html}`)).toEqual([]);
    }
  });
}

test("no screen scrolls sideways on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  for (const screen of SCREENS) {
    await page.goto(`/demo/${screen}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overhang, screen).toBeLessThanOrEqual(0);
  }
});
