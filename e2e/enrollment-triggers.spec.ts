import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { openPhone, openRuns } from "./support/acts";
import { findingsOn } from "./support/axe";
import { expectSaved, messageText, run, startEmpty } from "./support/builder";
import { expect, test } from "./support/fixtures";
import { takePicture } from "./support/picture";
import { addRecord } from "./support/records";

const CONTACT = "Felipe Rocha";

test.use({ viewport: { width: 1440, height: 900 } });

/** Whoever gets a deal whose title has the word is written to. */
async function listenForDeals(
  page: Page,
  { name, word, text }: { name: string; word: string; text: string },
) {
  await startEmpty(page, name);
  await run(page).getByRole("button", { name: "Add step" }).click();
  await messageText(page, 1).fill(text);
  await run(page)
    .getByRole("button", { name: /^Enters/ })
    .click();
  await page.getByRole("button", { name: "Add trigger" }).click();
  const trigger = page.getByRole("group", { name: "Trigger 1", exact: true });
  await trigger.getByRole("combobox", { name: "When" }).selectOption("A deal is created");
  await trigger.getByRole("button", { name: "Add condition" }).click();
  await trigger.getByRole("combobox", { name: "Value to look at" }).selectOption("Deal title");
  await trigger.getByRole("combobox", { name: "Comparison" }).selectOption("contains");
  await trigger.getByRole("textbox", { name: "Value" }).fill(word);
  return trigger;
}

async function publish(page: Page) {
  await expectSaved(page);
  await page.getByRole("button", { name: /^Publish/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^Publish/ }).click();
  await expect(dialog).toBeHidden();
}

test("a new deal starts the sequence that listens for it, and the message arrives", async ({ page }) => {
  const word = randomBytes(4).toString("hex");
  const name = `Deal ${word}`;
  const earlier = { section: "deals" as const, contact: CONTACT, title: `Earlier ${word}` };
  const other = { section: "deals" as const, contact: CONTACT, title: "Garden" };
  await (await addRecord(page, earlier, async () => {})).getByRole("button", { name: "Close" }).click();

  const trigger = await listenForDeals(page, { name, word, text: `Thank you for asking about ${word}.` });
  await expect(trigger.getByText("Would have enrolled 1 person in the last 30 days.")).toBeVisible();
  await trigger.getByRole("button", { name: "Show who" }).click();
  await expect(trigger.getByRole("link", { name: CONTACT })).toBeVisible();
  await expect(run(page).getByText(`A deal is created, if Deal title contains ${word}`)).toBeVisible();
  await takePicture(page, "trigger");
  expect(await findingsOn(page, "a trigger")).toEqual([]);
  await publish(page);

  await addRecord(page, other, async () => {});
  await addRecord(page, { ...earlier, title: `Fence ${word}` }, async () => {});
  const runs = await openRuns(page, CONTACT);
  await expect(runs.filter({ hasText: name })).toHaveCount(1);
  const phone = await openPhone(page, CONTACT);
  await expect(phone.getByText(`Thank you for asking about ${word}.`)).toHaveCount(1);
  await page.goto("/demo/sequences");
  await expect(page.getByRole("row").filter({ hasText: name })).toContainText(
    `A deal is created, if Deal title contains ${word}`,
  );
});

test("silence, distances from a date and groups of conditions are set and said in words", async ({
  page,
}) => {
  const name = `Silence ${randomBytes(4).toString("hex")}`;
  await startEmpty(page, name);
  await run(page)
    .getByRole("button", { name: /^Enters/ })
    .click();
  await page.getByRole("button", { name: "Add trigger" }).click();
  const trigger = page.getByRole("group", { name: "Trigger 1", exact: true });
  await trigger.getByRole("combobox", { name: "When" }).selectOption("A conversation goes silent");
  await trigger.getByRole("spinbutton", { name: "Silent for" }).fill("2");
  await trigger.getByRole("checkbox", { name: "Pending" }).uncheck();
  await expect(run(page).getByText(/conversation without the contact.s answer for 2 days/i)).toBeVisible();
  await expect(trigger.getByText(/Would have enrolled/)).toBeVisible();

  await trigger.getByRole("combobox", { name: "When" }).selectOption("A charge is overdue");
  await trigger.getByRole("spinbutton", { name: "How long after the due date" }).fill("3");
  await trigger.getByRole("button", { name: "Add condition" }).click();
  await trigger.getByRole("combobox", { name: "Value to look at" }).selectOption("Charge amount");
  await trigger.getByRole("combobox", { name: "Comparison" }).selectOption("is greater than");
  await trigger.getByRole("textbox", { name: "Value" }).fill("50");
  await trigger.getByRole("button", { name: "Add group" }).click();
  const group = trigger.getByRole("group", { name: "Group 1" });
  await group.getByRole("combobox", { name: "Value to look at" }).selectOption("Full name");
  await group.getByRole("textbox", { name: "Value" }).fill(CONTACT);
  await expect(
    run(page).getByText(
      new RegExp(
        `charge overdue 3 days, if Charge amount is greater than 50 and Full name is ${CONTACT}`,
        "i",
      ),
    ),
  ).toBeVisible();
  await expectSaved(page);
  await page.reload();
  await expect(run(page).getByText(/charge overdue 3 days/i)).toBeVisible();
});
