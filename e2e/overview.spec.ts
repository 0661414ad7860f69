import { addContact, signUp } from "./support/account";
import { enrollContact, publishSequence } from "./support/acts";
import { findingsInBothThemes } from "./support/axe";
import { letRunsOversleep } from "./support/database";
import { expect, test } from "./support/fixtures";
import { openRun, timelineOf } from "./support/runs";

const needs = { name: "Needs me" } as const;
const SEQUENCE = "Patient reminder";
const steps = [{ text: "Hello!" }, { text: "Still there?", wait: { amount: 3, unit: "days" } }];

test("each number of the overview leads to the list that it counts", async ({ visitor: page }) => {
  const account = await signUp(page);
  await addContact(page, { name: "Rosa Lima", phone: "+5511987650071" });
  await publishSequence(page, { name: SEQUENCE, steps });
  await enrollContact(page, { contact: "Rosa Lima", sequence: SEQUENCE });
  await openRun(page, { contact: "Rosa Lima", sequence: SEQUENCE });
  await expect(timelineOf(page)).toContainText("Sent");

  await page.goto(`${account}/overview`);
  await expect(page.getByText("Nothing needs you. Runs go on by themselves.")).toBeVisible();
  const today = page.getByRole("region", { name: "Today" });
  await today.getByRole("definition").first().getByRole("link", { name: "1", exact: true }).click();
  await expect(page).toHaveURL(/\/sends\?fact=sent&from=.*&to=/);
  await expect(page.getByText("Rosa Lima").first()).toBeVisible();

  await letRunsOversleep(account, 8);
  await page.goto(`${account}/overview`);
  const needsMe = page.getByRole("region", needs);
  await expect(needsMe.getByText("1 run is overdue")).toBeVisible();
  await needsMe.getByRole("link", { name: "Open runs" }).click();
  await expect(page).toHaveURL(/\/enrollments\?/);
  await expect(page.getByRole("button", { name: "Rosa Lima" })).toBeVisible();
});

test("what is stuck is repaired by one click, and the run's timeline says who did it", async ({
  visitor: page,
}) => {
  const account = await signUp(page);
  await addContact(page, { name: "Caio Reis", phone: "+5511987650072" });
  await publishSequence(page, { name: SEQUENCE, steps });
  await enrollContact(page, { contact: "Caio Reis", sequence: SEQUENCE });
  await openRun(page, { contact: "Caio Reis", sequence: SEQUENCE });
  await expect(timelineOf(page)).toContainText("Sent");
  await letRunsOversleep(account, 8);

  await page.goto(`${account}/overview`);
  const needsMe = page.getByRole("region", needs);
  await expect(needsMe.getByText("1 run is overdue")).toBeVisible();
  expect(await findingsInBothThemes(page, "overview")).toEqual([]);
  await page.setViewportSize({ width: 375, height: 800 });
  const isTooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(isTooWide).toBe(false);
  await page.setViewportSize({ width: 1280, height: 900 });

  await needsMe.getByRole("button", { name: "Look again" }).click();
  await expect(page.getByText("One is looked at again.")).toBeVisible();
  await expect(needsMe.getByText("1 run is overdue")).toBeHidden();
  await openRun(page, { contact: "Caio Reis", sequence: SEQUENCE });
  await expect(timelineOf(page)).toContainText("had the run looked at again");

  await page.goto(`${account}/troubles`);
  await expect(page.getByText("Nothing is stuck.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Repaired lately" })).toContainText(
    "had one overdue run looked at again",
  );
  expect(await findingsInBothThemes(page, "what is stuck")).toEqual([]);
});
