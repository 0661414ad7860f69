import { expect, type Page } from "@playwright/test";
import { answer, enrollContact, open, openPhone } from "./support/acts";
import { expectSaved, messageText, startEmpty, stepFields, run as theRun } from "./support/builder";
import { test } from "./support/fixtures";
import { actOn, enrollImported, openRun, stateOf, timelineOf } from "./support/runs";

test.use({ viewport: { width: 1440, height: 900 } });

/** Two steps three days apart; `stops` fills in what ends a run. */
async function publish(page: Page, name: string, stops: (page: Page) => Promise<void>) {
  await startEmpty(page, name);
  for (const [index, text] of ["first", "second"].entries()) {
    await page.getByRole("button", { name: "Add step", exact: true }).click();
    await messageText(page, index + 1).fill(`${name}: ${text}`);
    if (index === 0) continue;
    await stepFields(page, 2).getByRole("combobox", { name: "Unit" }).selectOption("days");
    await stepFields(page, 2).getByRole("spinbutton", { name: "Wait" }).fill("3");
  }
  await theRun(page)
    .getByRole("button", { name: /^Stops/ })
    .click();
  await stops(page);
  await expectSaved(page);
  await page.getByRole("button", { name: /^Publish/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^Publish/ }).click();
  await expect(dialog).toBeHidden();
}

/** The first message has arrived on the phone, where the contact then says something. */
async function say(page: Page, { contact, sequence, text }: Record<"contact" | "sequence" | "text", string>) {
  const phone = await openPhone(page, contact);
  await expect(phone.getByText(`${sequence}: first`)).toBeVisible();
  await answer(page, text);
  await expect(phone.getByText(text).first()).toBeVisible();
  return phone;
}

async function expectState(page: Page, who: { contact: string; sequence: string }, state: string) {
  await openRun(page, who);
  await expect(stateOf(page).getByText(state, { exact: true })).toBeVisible();
  // Whatever ended it: one message went out, and no other will.
  await expect(timelineOf(page).getByText(/^Sent to ./)).toHaveCount(1);
}

test("each way out ends a run after its first message", async ({ page }) => {
  const sequence = "Ways out";
  await publish(page, sequence, async () => {
    await page.getByRole("combobox", { name: "Goal" }).selectOption({ label: "An event of my own" });
    await page.getByRole("textbox", { name: "Name of the event" }).fill("paid");
  });
  await enrollImported(page, { file: "people.csv", sequence });

  await test.step("a reply", async () => {
    const who = { contact: "Olga Prado", sequence };
    await say(page, { ...who, text: "Thanks, call me tomorrow" });
    await expectState(page, who, "Ended: Replied");
  });

  await test.step("an opt-out word, which a word of return lifts without beginning anew", async () => {
    const who = { contact: "Otto Blum", sequence };
    const phone = await say(page, { ...who, text: "STOP" });
    await expect(phone.getByText("Opted out")).toBeVisible();
    await expectState(page, who, "Ended: Opted out");
    const again = await openPhone(page, who.contact);
    await answer(page, "START");
    await expect(again.getByText("Opted in")).toBeVisible();
    await expectState(page, who, "Ended: Opted out");
  });

  await test.step("the goal, an event of the contact", async () => {
    const who = { contact: "Odette Roy", sequence };
    const phone = await openPhone(page, who.contact);
    await expect(phone.getByText(`${sequence}: first`)).toBeVisible();
    await page.getByRole("button", { name: "Paid!" }).click();
    await expectState(page, who, "Ended: Goal reached");
  });

  await test.step("a block", async () => {
    const who = { contact: "Oscar Villa", sequence };
    await open(page, "Contacts");
    await page.getByRole("searchbox", { name: /Search/ }).fill(who.contact);
    await expect(page).toHaveURL(/\?/);
    await page.getByRole("link", { name: who.contact }).click();
    await expect(page.getByRole("heading", { level: 1, name: who.contact })).toBeVisible();
    await expect(page).toHaveURL(/\/contacts\/[0-9a-f-]{36}/);
    const person = page.url();
    const block = page.getByRole("switch", { name: "Blocked" });
    await block.click();
    await expect(block).toBeChecked();
    await expectState(page, who, "Ended: Contact blocked");
    // Other tests write to the same people.
    await page.goto(person);
    await block.click();
    await expect(block).not.toBeChecked();
  });

  await test.step("a person who stops it", async () => {
    const who = { contact: "Oona Maki", sequence };
    await openRun(page, who);
    await actOn(page, stateOf(page), { act: "Stop", title: /^Stop this run/ });
    await expectState(page, who, "Ended: Stopped by a person");
  });

  await test.step("an absence notice is no reply: it holds the run until the day of return", async () => {
    const who = { contact: "Omar Haddad", sequence };
    const phone = await openPhone(page, who.contact);
    await page.getByRole("button", { name: "I am on holiday until the 5th" }).click();
    await expect(phone.getByText("Out of office")).toBeVisible();
    await expectState(page, who, "Paused");
    await expect(stateOf(page).getByText(/^Nothing is sent until/)).toBeVisible();
  });

  await test.step("the sequence is archived", async () => {
    const who = { contact: "Oleg Ivanov", sequence };
    await open(page, "Sequences");
    const row = page.getByRole("row").filter({ hasText: sequence });
    await row.getByRole("button", { name: /^Actions for/ }).click();
    await page.getByRole("menuitem", { name: "Archive" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Archive" }).click();
    await expectState(page, who, "Ended: Sequence archived");
  });
});

test("a reply that hands over pauses the run, and whoever resumes it has read the reply", async ({
  page,
}) => {
  const who = { contact: "Felipe Rocha", sequence: "Hand over" };
  await publish(page, who.sequence, async () => {
    await page.getByRole("combobox", { name: "What a reply does" }).selectOption("pause");
  });
  await enrollContact(page, who);
  await say(page, { ...who, text: "Who are you?" });
  await expectState(page, who, "Paused");
  await actOn(page, stateOf(page), { act: "Resume", title: /^Resume this run/ });
  await expect(stateOf(page).getByText(/^Step 2 of 2 is next/)).toBeVisible();
});
