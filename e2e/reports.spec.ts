import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import { signUp } from "./support/account";
import { answer, openPhone, publishSequence } from "./support/acts";
import { findingsInBothThemes } from "./support/axe";
import { test } from "./support/fixtures";
import { enrollImported } from "./support/runs";

const sequence = "Figures";
/** In people.csv. */
const PEOPLE = 8;
const ANYBODY = /Olga|Otto|Odette|Oscar|Oona|Omar|Olivia|Oleg/;

/** Where a figure of the headline stands, found by what it is called. */
const figure = (page: Page, name: string) =>
  page
    .getByRole("region", { name: "At a glance" })
    .locator("dl > div")
    .filter({ has: page.getByRole("button", { name: `What is “${name}”?` }) });

const numberIn = async (place: Locator) => Number(await place.getByRole("link").first().innerText());

type List = { heading: string; count: number };

/** Opens what a number leads to, where as many people stand as it says, and comes back. */
async function follow(page: Page, link: Locator, { heading, count }: List) {
  const before = page.url();
  await expect(link).toHaveText(new RegExp(`^${count}\\b`));
  await link.click();
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: ANYBODY })).toHaveCount(count);
  await page.goto(before);
}

/** The first message has gone out to everybody, and one of them has answered. */
async function fillWorld(page: Page): Promise<string> {
  const account = await signUp(page);
  await publishSequence(page, {
    name: sequence,
    steps: [{ text: "first" }, { text: "second", wait: { amount: 2, unit: "days" } }],
  });
  await enrollImported(page, { file: "people.csv", sequence });
  const phone = await openPhone(page, "Olga Prado");
  await expect(phone.getByText("first")).toBeVisible();
  await answer(page, "Thanks, call me tomorrow");
  await expect(phone.getByText("Thanks, call me tomorrow")).toBeVisible();
  await expect(async () => {
    await page.goto(`${account}/reports`);
    await expect(figure(page, "Sent").getByRole("link")).toHaveText(String(PEOPLE), { timeout: 2_000 });
    expect(await numberIn(figure(page, "Reply rate"))).toBe(1);
  }).toPass();
  return account;
}

async function download(page: Page, link: Locator): Promise<string> {
  const coming = page.waitForEvent("download");
  await link.click();
  return readFile(await (await coming).path(), "utf8");
}

async function expectNoOverhang(page: Page, place: string) {
  await page.setViewportSize({ width: 375, height: 812 });
  const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overhang, place).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 800 });
}

test("the numbers of a report and of a funnel are the counts of the lists that they open", async ({
  page,
}) => {
  const account = await fillWorld(page);

  await test.step("report", async () => {
    const sent = figure(page, "Sent").getByRole("link");
    await follow(page, sent, { heading: "Sent messages", count: PEOPLE });
    const replied = figure(page, "Reply rate").getByRole("link");
    await follow(page, replied, { heading: "Answered messages", count: 1 });
    await expect(figure(page, "Reply rate")).toContainText("12.5%");

    const definition = figure(page, "Sent").getByRole("button");
    await definition.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Sent" })).toContainText(
      "Each counts on the day it was sent",
    );
    await page.keyboard.press("Escape");
    await expect(definition).toBeFocused();

    await page.getByRole("navigation", { name: "Divide by" }).getByRole("link", { name: "Step" }).click();
    const line = page.getByRole("row", { name: /Step 1 of Figures/ });
    await expect(line).toContainText("not enough data");
    await follow(page, line.getByRole("link").first(), { heading: "Sent messages", count: PEOPLE });
  });

  await test.step("files", async () => {
    const table = await download(page, page.getByRole("link", { name: "Table as CSV" }));
    expect(table).toContain(sequence);
    const days = await download(page, page.getByRole("link", { name: "Days as CSV" }));
    expect(days.trim().split("\n").length).toBeGreaterThanOrEqual(31);
  });

  await test.step("funnel", async () => {
    await page.goto(`${account}/sequences`);
    await page.getByRole("link", { name: sequence, exact: true }).click();
    await page.getByRole("link", { name: "Open the funnel" }).click();
    await expect(page.getByRole("heading", { level: 1, name: `Funnel of ${sequence}` })).toBeVisible();
    const stage = (name: string) => page.getByRole("row", { name: new RegExp(`^${name} `) }).first();
    await follow(page, stage("Began").getByRole("link"), { heading: "Enrollments", count: PEOPLE });
    await follow(page, stage("Sent").getByRole("link"), { heading: "Sent messages", count: PEOPLE });
    await follow(page, stage("Replied").getByRole("link"), { heading: "Answered messages", count: 1 });
    const exit = page.getByRole("link", { name: "1 Replied" }).last();
    await follow(page, exit, { heading: "Enrollments", count: 1 });
    expect(await download(page, page.getByRole("link", { name: "Funnel as CSV" }))).toContain("replied");
  });

  await test.step("everybody can read them", async () => {
    for (const screen of [page.url(), `${account}/reports`, `${account}/reports?by=hour&metric=reply`]) {
      await page.goto(screen);
      await expect(page.getByRole("table").or(page.getByRole("figure")).first()).toBeVisible();
      expect(await findingsInBothThemes(page, screen)).toEqual([]);
      await expectNoOverhang(page, screen);
    }
  });
});

test("the values of a chart and its table are reached by the keyboard", async ({ page }) => {
  await page.goto("/style#charts");
  const line = page.getByRole("figure", { name: "A line, and the days before" });
  const reader = line.getByRole("slider", { name: "A line, and the days before" });
  await reader.focus();
  await page.keyboard.press("Home");
  await expect(reader).toHaveAttribute("aria-valuetext", /^Mon, Mar 2: These days 12, The days before 10$/);
  await page.keyboard.press("ArrowRight");
  await expect(reader).toHaveAttribute("aria-valuetext", /These days 18/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(line.getByRole("table")).toBeVisible();
  await expect(line.getByRole("row")).toHaveCount(15);
});

test("a report on days in the future and on a sequence that is gone says so", async ({ page }) => {
  await page.goto("/demo/reports?from=2190-01-01&to=2190-01-31");
  await expect(page.getByRole("heading", { name: "These days have not come yet" })).toBeVisible();
  await page.goto(`/demo/reports?sequence=${crypto.randomUUID()}`);
  await expect(page.getByRole("combobox", { name: "Sequence" }).locator("option:checked")).toHaveText(
    "Sequence: no longer there",
  );
  await expect(page.getByRole("heading", { name: "Nothing was sent in these days" })).toBeVisible();
  await page.getByRole("link", { name: "Show the last 30 days" }).click();
  await expect(page).toHaveURL(/\/demo\/reports$/);
});
