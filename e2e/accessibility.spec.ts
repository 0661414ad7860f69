import type { Page } from "@playwright/test";
import { findingsInBothThemes } from "./support/axe";
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

/** A third of the screens, so that no test takes long. */
for (const part of [0, 1, 2]) {
  test(`each screen has nothing that axe finds, light or dark, and none scrolls sideways on a phone (${part + 1} of 3)`, async ({
    page,
  }) => {
    for (const screen of SCREENS.filter((_, index) => index % 3 === part)) {
      await page.setViewportSize({ width: 1280, height: 720 });
      await open(page, screen);
      expect(await findingsInBothThemes(page, screen)).toEqual([]);
      await page.setViewportSize({ width: 375, height: 812 });
      await expect.poll(() => overhangOf(page), screen).toBeLessThanOrEqual(0);
    }
  });
}

const overhangOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

test("the page of an inbox has nothing that axe finds", async ({ page }) => {
  await open(page, "/demo/settings/inboxes");
  await page.getByRole("table").getByRole("link", { name: "Sandbox phone", exact: true }).click();
  await expect(page.getByRole("region", { name: "Sandbox phone" })).toBeVisible();
  expect(await findingsInBothThemes(page, "inbox")).toEqual([]);
});

test("the palette and the list of shortcuts have nothing that axe finds", async ({ page }) => {
  await open(page, "/demo/contacts");
  const palette = await openPalette(page);
  expect(await findingsInBothThemes(page, "palette")).toEqual([]);
  await page.keyboard.type("ana");
  await expect(palette.getByRole("option", { name: /^Ana Souza/ })).toBeVisible();
  expect(await findingsInBothThemes(page, "what the palette found")).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  expect(await findingsInBothThemes(page, "shortcuts")).toEqual([]);
});

test("the front door has nothing that axe finds", async ({ visitor }) => {
  for (const screen of ["/sign-in", "/sign-up"]) {
    await open(visitor, screen);
    expect(await findingsInBothThemes(visitor, screen)).toEqual([]);
  }
});

test("the page of styles is open to everybody", async ({ visitor }) => {
  await open(visitor, "/style");
  await expect(visitor.getByText(/too low/)).toHaveCount(0);
});
