import type { Page } from "@playwright/test";
import { findingsOn } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { openPalette } from "./support/palette";

const SCREENS = [
  "/demo/overview",
  "/demo/sequences",
  "/demo/sequences/new",
  "/demo/templates",
  "/demo/enrollments",
  "/demo/contacts",
  "/demo/conversations",
  "/demo/deals",
  "/demo/appointments",
  "/demo/charges",
  "/demo/automation",
  "/demo/automation/rules/new",
  "/demo/automation/log",
  "/demo/enrollments?view=refused",
  "/demo/enrollments?view=bulk",
  "/demo/automation/macros",
  "/demo/sandbox",
  "/demo/settings/general",
  "/demo/settings/quiet-hours",
  "/demo/settings/limits",
  "/demo/settings/attributes",
  "/demo/settings/holidays",
  "/demo/settings/inboxes",
  ...["whatsapp_cloud", "evolution", "smtp", "twilio", "http", "sandbox"].map(
    (provider) => `/demo/settings/inboxes/new?provider=${provider}`,
  ),
  "/demo/alerts",
  "/demo/reports",
  "/demo/reports?by=hour",
  "/demo/sends?fact=sent",
  "/demo/troubles",
  "/demo/outcomes",
  "/demo/notifications",
  "/demo/settings/notifications",
  "/demo/settings/maestro",
  "/demo/settings/maestro/use",
  "/demo/settings/runs",
  "/style",
];

async function open(page: Page, screen: string) {
  await page.goto(screen);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`axe finds nothing in ${colorScheme}`, () => {
    test.beforeEach(({ page }) => page.emulateMedia({ colorScheme, reducedMotion: "reduce" }));

    test("on any screen", async ({ page }) => {
      test.slow();
      for (const screen of SCREENS) {
        await open(page, screen);
        expect(await findingsOn(page, screen)).toEqual([]);
      }
    });

    test("on the page of an inbox", async ({ page }) => {
      await open(page, "/demo/settings/inboxes");
      await page.getByRole("table").getByRole("link", { name: "Sandbox phone", exact: true }).click();
      await expect(page.getByRole("region", { name: "Sandbox phone" })).toBeVisible();
      expect(await findingsOn(page, "inbox")).toEqual([]);
    });

    test("in the palette and in the list of shortcuts", async ({ page }) => {
      await open(page, "/demo/contacts");
      const palette = await openPalette(page);
      expect(await findingsOn(page, "palette")).toEqual([]);
      await page.keyboard.type("ana");
      await expect(palette.getByRole("option", { name: /^Ana Souza/ })).toBeVisible();
      expect(await findingsOn(page, "what the palette found")).toEqual([]);
      await page.keyboard.press("Escape");
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
      expect(await findingsOn(page, "shortcuts")).toEqual([]);
    });

    test("at the front door", async ({ visitor }) => {
      await visitor.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      for (const screen of ["/sign-in", "/sign-up"]) {
        await open(visitor, screen);
        expect(await findingsOn(visitor, screen)).toEqual([]);
      }
    });
  });
}

test("the page of styles is open to everybody", async ({ visitor }) => {
  await open(visitor, "/style");
  await expect(visitor.getByText(/too low/)).toHaveCount(0);
});

test("no screen scrolls sideways on a phone", async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 375, height: 812 });
  for (const screen of SCREENS) {
    await open(page, screen);
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overhang, screen).toBeLessThanOrEqual(0);
  }
});
