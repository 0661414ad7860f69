import type { Page } from "@playwright/test";
import { findingsInBothThemes } from "./support/axe";
import { run } from "./support/builder";
import { expect, test } from "./support/fixtures";

const PARTS = ["enters", "stops", "pace", "measure", "defaults", "preview", "versions"];

async function openDemo(page: Page): Promise<string> {
  await page.goto("/demo/sequences");
  await page.getByRole("link", { name: "Unanswered conversation" }).click();
  await expect(run(page)).toBeVisible();
  return new URL(page.url()).pathname;
}

async function openPart(page: Page, path: string, part: string) {
  await page.goto(`${path}?part=${part}`);
  // The fields come after the frame.
  await expect(page.locator(`[data-part="${part}"] :is(input, select, button, p)`).first()).toBeVisible();
}

const DESK = { width: 1280, height: 720 };
const PHONE = { width: 375, height: 812 };

async function expectNoOverhang(page: Page, place: string) {
  await page.setViewportSize(PHONE);
  const overhang = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await expect.poll(overhang, place).toBeLessThanOrEqual(0);
  await page.setViewportSize(DESK);
}

test("axe finds nothing in any part of the builder, and none scrolls sideways on a phone", async ({
  page,
}) => {
  const path = await openDemo(page);
  for (const part of PARTS) {
    await openPart(page, path, part);
    expect(await findingsInBothThemes(page, part)).toEqual([]);
    await expectNoOverhang(page, part);
  }
  await page.goto(path);
  await expectNoOverhang(page, "the run");
  await run(page)
    .getByRole("button", { name: /^Step 1:/ })
    .click();
  for (const type of ["Text", "HSM template", "Rich"]) {
    await page.getByRole("radio", { name: type, exact: true }).click();
    expect(await findingsInBothThemes(page, `step with ${type}`)).toEqual([]);
  }
  await page.getByRole("radio", { name: "Text", exact: true }).click();
});

test("axe finds nothing where a sequence begins, and it does not scroll sideways on a phone", async ({
  page,
}) => {
  await page.goto("/demo/sequences/new");
  await expect(page.getByRole("button", { name: /^Start empty/ })).toBeVisible();
  expect(await findingsInBothThemes(page, "gallery")).toEqual([]);
  await expectNoOverhang(page, "gallery");
});
