import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { signUp } from "./support/account";
import { open, publishSequence } from "./support/acts";
import { findingsInBothThemes } from "./support/axe";
import { putRuns } from "./support/database";
import { anotherContext, expect, test } from "./support/fixtures";
import { actsOnMany, addFilter, stateOf } from "./support/runs";

const RUNS = 10_000;
const SEQUENCE = "Crowd";
const DRAWN = 60;

/** One account with many runs for all of them, in the order in which they stand here. */
test.describe.configure({ mode: "serial" });
let page: Page;

test.beforeAll(async ({ browser, baseURL }) => {
  const context = await anotherContext(browser, {
    baseURL,
    locale: "en-US",
    viewport: { width: 1280, height: 720 },
    storageState: { cookies: [], origins: [] },
  });
  page = await context.newPage();
  const account = await signUp(page);
  await publishSequence(page, {
    name: SEQUENCE,
    steps: [{ text: "Crowd: first", wait: { amount: 20, unit: "days" } }],
  });
  await putRuns(account, { sequence: SEQUENCE, count: RUNS });
});
test.afterAll(() => page.context().close());

const rows = () => page.getByRole("row").filter({ hasText: "Crowd " });
const rowOf = (name: string) => page.getByRole("row").filter({ hasText: name });
const opener = (name: string) => rowOf(name).getByRole("button", { name });
const filters = () => page.getByRole("list", { name: "Filters" });

/** How far the page is scrolled, once it has come to rest. */
async function restingPlace(): Promise<number> {
  let place = -1;
  await expect
    .poll(async () => {
      const before = place;
      place = await page.evaluate(() => window.scrollY);
      return place - before;
    })
    .toBe(0);
  return place;
}

/** Which of the drawn rows may be pressed without scrolling to it. */
const firstInTheMiddle = () =>
  rows().evaluateAll((drawn) =>
    drawn.findIndex((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return top > window.innerHeight / 2 && bottom < window.innerHeight * 0.8;
    }),
  );

test("ten thousand runs are scrolled with a few dozen rows drawn, and the way back leads to the same place", async () => {
  await open(page, "Enrollments");
  await expect(page.getByText("10,000 in all")).toBeVisible();
  await expect(page.getByRole("table")).toHaveAttribute("aria-rowcount", String(RUNS + 1));
  await expect(rows().first()).toHaveAttribute("aria-rowindex", "2");
  // More is read as the end comes near: how far one turn of the wheel leads depends on how fast it comes.
  await page.mouse.move(640, 500);
  await expect(async () => {
    await page.mouse.wheel(0, 1_500);
    expect(await rows().count()).toBeLessThan(DRAWN);
    expect(Number(await rows().last().getAttribute("aria-rowindex"))).toBeGreaterThan(200);
  }).toPass();
  const place = await restingPlace();
  const shown = await rows()
    .nth(await firstInTheMiddle())
    .getByRole("button")
    .textContent();

  await opener(shown ?? "").click();
  await expect(stateOf(page)).toBeVisible();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(place);
  await page.getByRole("link", { name: "Contact", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: shown ?? "" })).toBeVisible();
  await page.goBack();
  await expect(opener(shown ?? "")).toBeInViewport();
  await page.keyboard.press("Escape");
});

test("filters go together, and the address holds them", async () => {
  await open(page, "Enrollments");
  await addFilter(page, "State", "Active");
  await addFilter(page, "Sequence", SEQUENCE);
  await addFilter(page, "Tag", "even");
  await expect(page.getByText("5,000 in all")).toBeVisible();
  await page.getByRole("searchbox", { name: "Search contact" }).fill("Crowd 0001");
  await expect(page.getByText("5 in all")).toBeVisible();
  await expect(rows()).toHaveCount(5);
  await expect(page).toHaveURL(/search=Crowd/);

  const address = page.url();
  await page.goto("about:blank");
  await page.goto(address);
  await expect(rows()).toHaveCount(5);
  await expect(filters().getByRole("button", { name: "State is Active" })).toBeVisible();
  await expect(filters().getByRole("button", { name: "Tagged even" })).toBeVisible();

  // A value is changed where it stands, and a filter is taken out.
  await filters().getByRole("button", { name: "Tagged even" }).click();
  await page.getByRole("dialog", { name: "Tag" }).getByRole("option", { name: "odd" }).click();
  await expect(opener("Crowd 00011")).toBeVisible();
  await filters().getByRole("button", { name: "Remove filter: Tag" }).click();
  await expect(page.getByText("10 in all")).toBeVisible();
  await filters().getByRole("button", { name: "State is Active" }).click();
  await page.getByRole("dialog", { name: "State" }).getByRole("option", { name: "Ended" }).click();
  await expect(page.getByText("No run matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).last().click();
  await expect(page.getByText("10,000 in all")).toBeVisible();
});

test("a run is opened by key and its neighbours are walked by arrow", async () => {
  await open(page, "Enrollments");
  await expect(rows().nth(2)).toBeVisible();
  const names = await rows().getByRole("button").allTextContents();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(opener(names[0] ?? "")).toBeFocused();
  await page.keyboard.press("x");
  await expect(page.getByRole("checkbox", { name: `Select ${names[0]}` })).toBeChecked();
  await page.keyboard.press("x");
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: names[0] ?? "" });
  await expect(panel).toBeVisible();
  await panel.press("ArrowDown");
  await expect(page.getByRole("dialog", { name: names[1] ?? "" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("dialog", { name: names[2] ?? "" })).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("dialog", { name: names[1] ?? "" })).toBeVisible();
  await page.keyboard.press("Escape");
});

test("a view is saved, changed, set back, renamed and deleted, and the deletion is taken back", async () => {
  const lists = page.getByRole("navigation", { name: "Lists" });
  await open(page, "Enrollments");
  await addFilter(page, "Tag", "odd");
  await page.getByRole("button", { name: "Save view" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("The odd ones");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  const tab = lists.getByRole("link", { name: "The odd ones" });
  await expect(tab).toHaveAttribute("aria-current", "page");

  await lists.getByRole("link", { name: "All", exact: true }).click();
  await expect(page.getByText("10,000 in all")).toBeVisible();
  await tab.click();
  await expect(page.getByText("5,000 in all")).toBeVisible();

  await addFilter(page, "State", "Paused");
  await expect(page.getByText("No run matches")).toBeVisible();
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(page.getByText("5,000 in all")).toBeVisible();

  await lists.getByRole("button", { name: "View The odd ones" }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Odd");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await lists.getByRole("button", { name: "View Odd" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(lists.getByRole("link", { name: "Odd" })).toHaveCount(0);
  await page.locator('[data-front="true"]').getByRole("button", { name: "Undo" }).click();
  await expect(lists.getByRole("link", { name: "Odd" })).toBeVisible();
});

test("what a filter matches is exported whole", async () => {
  await open(page, "Enrollments");
  await addFilter(page, "Tag", "even");
  await expect(page.getByText("5,000 in all")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export" }).click();
  const text = await readFile(await (await download).path(), "utf8");
  expect(text.trim().split("\n")).toHaveLength(RUNS / 2 + 1);
  expect(text).toContain("Crowd 00002");
  expect(text).not.toContain("Crowd 00001");
});

test("all ten thousand that match are paused in the background, and taken back", async () => {
  await open(page, "Enrollments");
  await addFilter(page, "Sequence", SEQUENCE);
  await expect(page.getByText("10,000 in all")).toBeVisible();
  await page.getByRole("checkbox", { name: "Select all shown" }).click();
  const selection = page.getByRole("region", { name: "Selected runs" });
  await selection.getByRole("button", { name: "Select all 10,000 that match" }).click();
  await expect(selection.getByText("All 10,000 that match are selected")).toBeVisible();
  await selection.getByRole("button", { name: "Pause" }).click();
  const dialog = page.getByRole("dialog", { name: "Pause all that match" });
  await expect(dialog.getByText("10,000 runs change")).toBeVisible();
  await dialog.getByRole("button", { name: "Pause" }).click();
  await expect(dialog).toBeHidden();

  // Its progress stays in sight on other pages.
  await expect(actsOnMany(page).getByRole("progressbar")).toBeVisible();
  await open(page, "Contacts");
  await expect(actsOnMany(page).getByText("Runs paused")).toBeVisible();
  await expect(actsOnMany(page).getByText("10,000 changed, 0 left alone")).toBeVisible();
  await open(page, "Enrollments");
  await addFilter(page, "State", "Paused");
  await expect(page.getByText("10,000 in all")).toBeVisible();
  await page.getByRole("link", { name: "Bulk", exact: true }).click();
  const line = page.getByRole("listitem").filter({ hasText: "Runs paused" });
  await line.getByRole("button", { name: "Undo" }).click();
  await expect(
    page.getByRole("list", { name: "Acts on many runs" }).getByText("Taken back: pause"),
  ).toBeVisible({
    timeout: 30_000,
  });
  await page.getByRole("link", { name: "Active", exact: true }).click();
  await expect(page.getByText("10,000 in all")).toBeVisible();
});

test("axe finds nothing, and nothing overhangs on a phone", async () => {
  await open(page, "Enrollments");
  await addFilter(page, "State", "Active");
  await page.getByRole("checkbox", { name: "Select all shown" }).click();
  await expect(page.getByRole("region", { name: "Selected runs" })).toBeVisible();
  expect(await findingsInBothThemes(page, "browser with a selection")).toEqual([]);
  await page.getByRole("button", { name: "Add filter" }).click();
  await expect(page.getByRole("option", { name: "Sequence", exact: true })).toBeVisible();
  expect(await findingsInBothThemes(page, "menu of filters")).toEqual([]);
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 375, height: 812 });
  await expect(rows().first()).toBeVisible();
  expect(await findingsInBothThemes(page, "browser on a phone")).toEqual([]);
  const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overhang).toBeLessThanOrEqual(0);
});
