import { expect, type Page } from "@playwright/test";
import { type OpenAiStub, startOpenAiStub } from "./stubs/openai-server";
import { addContact, signUp } from "./support/account";
import { enrollContact, openPhone } from "./support/acts";
import { draftFor, inQueue, openApprovals, publishWritten, queue, words } from "./support/approvals";
import { findingsOn } from "./support/axe";
import { joinAccount } from "./support/database";
import { anotherContext, test } from "./support/fixtures";
import { connectMaestro } from "./support/maestro";
import { openRun, timelineOf } from "./support/runs";

test.use({ viewport: { width: 1440, height: 900 } });

const sequence = "Quote follow-up";
const FALLBACK = "Hello, did you have a look at our quote?";

let model: OpenAiStub;
test.beforeAll(async () => {
  model = await startOpenAiStub();
});
test.afterAll(() => model.close());

/** An account in which Maestro writes, and the drafts for these contacts. */
async function arrange(page: Page, contacts: string[]): Promise<string> {
  model.mode("correct");
  const account = await signUp(page);
  await connectMaestro(page, account, model.url);
  await publishWritten(page, account, { name: sequence, fallback: FALLBACK });
  for (const [index, contact] of contacts.entries()) {
    await addContact(page, { name: contact, phone: `+1 202 555 01${40 + index}` });
    await enrollContact(page, { contact, sequence });
  }
  return account;
}

const inOpening = (contact: string) => `Hi ${contact.split(" ")[0]}, just a short reminder`;

test("drafts are decided with the keyboard alone, and what was approved is on the phone word for word", async ({
  visitor: page,
}) => {
  const [first, second, third, last] = ["Ada Moss", "Bea Nunes", "Cleo Park", "Dora Quist"] as const;
  const account = await arrange(page, [first, second, third, last]);
  await openApprovals(page, account, last);
  await expect(queue(page).getByRole("listitem")).toHaveCount(4);
  await expect(draftFor(page, first)).toBeVisible();
  await expect(words(page, first)).toHaveValue(new RegExp(`^${inOpening(first)}`));
  expect(await findingsOn(page, "approvals")).toEqual([]);

  await test.step("j and k walk the queue", async () => {
    await page.keyboard.press("j");
    await expect(draftFor(page, second)).toBeVisible();
    await page.keyboard.press("k");
    await expect(draftFor(page, first)).toBeVisible();
  });
  const approved = await words(page, first).inputValue();

  await test.step("a approves, and the next one is there", async () => {
    await page.keyboard.press("a");
    await expect(draftFor(page, second)).toBeVisible();
    await expect(page.getByText(`Approved for ${first}`)).toBeVisible();
    await expect(inQueue(page, first)).toHaveCount(0);
  });

  await test.step("e edits, and what was typed is approved from within the field", async () => {
    await page.keyboard.press("e");
    await expect(words(page, second)).toBeFocused();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("Hello Bea, shall I call you?");
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(page.getByText(`Approved for ${second}`)).toBeVisible();
    await expect(draftFor(page, third)).toBeVisible();
  });

  await test.step("r has it written again, with a remark that the model is told", async () => {
    await page.keyboard.press("r");
    const dialog = page.getByRole("dialog", { name: "Have it written again" });
    await expect(dialog.getByRole("textbox", { name: "Remark for Maestro" })).toBeFocused();
    await page.keyboard.type("Ask how they are");
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(dialog).toBeHidden();
    await expect(words(page, third)).toHaveValue(/^Hi Cleo, we wanted to ask how things are going/);
    expect(model.asked.at(-1)?.everything).toContain("Ask how they are");
    await page.keyboard.press("a");
    await expect(draftFor(page, last)).toBeVisible();
  });

  await test.step("d discards, after a question", async () => {
    await page.keyboard.press("d");
    const dialog = page.getByRole("dialog", { name: "Discard this draft" });
    await expect(dialog).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(page.getByText(`Discarded for ${last}`)).toBeVisible();
    await expect(page.getByText("Nothing to approve")).toBeVisible();
  });

  await test.step("the phones have exactly what was approved", async () => {
    const said = [
      [first, approved],
      [second, "Hello Bea, shall I call you?"],
      [third, /^Hi Cleo, we wanted to ask how things are going/],
    ] as const;
    for (const [contact, text] of said) {
      const phone = await openPhone(page, contact);
      await expect(phone.getByText(text)).toBeVisible();
    }
    await openRun(page, { contact: last, sequence });
    await expect(timelineOf(page).getByText(/^Skipped/)).toBeVisible();
    await expect(timelineOf(page).getByText(/^Sent to ./)).toHaveCount(0);
  });
});

test("what no fact supports is shown, and goes out only once it is taken out or vouched for", async ({
  visitor: page,
}) => {
  const contact = "Eva Roth";
  model.mode("correct");
  const account = await signUp(page);
  await connectMaestro(page, account, model.url);
  await publishWritten(page, account, { name: sequence, fallback: FALLBACK });
  await addContact(page, { name: contact, phone: "+1 202 555 0151" });
  model.mode("hostile");
  await enrollContact(page, { contact, sequence });
  await openApprovals(page, account, contact);
  const draft = draftFor(page, contact);
  const checks = draft.getByRole("region", { name: "Checks" });
  await expect(checks.getByText(/73%/).first()).toBeVisible();
  await expect(inQueue(page, contact).getByText(/findings/)).toBeAttached();

  await draft.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByText("Change the words without support, or vouch for them first.")).toBeVisible();
  await expect(inQueue(page, contact)).toBeVisible();

  await words(page, contact).fill("Hi Eva, may I offer you 15% for your loyalty?");
  await expect(checks.getByText(/15%/).first()).toBeVisible();
  await checks.getByRole("checkbox", { name: /vouch/ }).check();
  await draft.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByText(`Approved for ${contact}`)).toBeVisible();
  const phone = await openPhone(page, contact);
  await expect(phone.getByText("Hi Eva, may I offer you 15% for your loyalty?")).toBeVisible({
    timeout: 20_000,
  });
  await expect(phone.getByText(/evil\.example/)).toHaveCount(0);
});

test("of two people who look at the same draft one decides, and the other sees it at once", async ({
  visitor: page,
  browser,
  baseURL,
}) => {
  const [seen, raced] = ["Finn Sand", "Gil Tran"];
  const account = await arrange(page, [seen, raced]);
  const context = await anotherContext(browser, { baseURL, viewport: { width: 1440, height: 900 } });
  try {
    const other = await context.newPage();
    await joinAccount(account, await signUp(other));
    await openApprovals(page, account, raced);
    await openApprovals(other, account, raced);
    await expect(words(other, seen)).toBeVisible();
    await expect(words(page, seen)).toBeVisible();

    await test.step("the decision of one shows up on the screen of the other by itself", async () => {
      await other.getByRole("textbox", { name: "Message", exact: true }).press("End");
      await page.keyboard.press("a");
      await expect(page.getByText(`Approved for ${seen}`)).toBeVisible();
      const told = draftFor(other, seen)
        .getByText(/^Approved by New administrator/)
        .first();
      await expect(told).toBeVisible();
      await expect(draftFor(other, seen).getByRole("button", { name: "Approve" })).toHaveCount(0);
      await expect(inQueue(other, seen)).toHaveCount(0);
    });

    await test.step("who has not heard of it yet is told by whom it was decided", async () => {
      await inQueue(other, raced).click();
      await expect(words(other, raced)).toBeVisible();
      await other.route("**/approvals/**", (route) => route.abort());
      await expect(draftFor(page, raced)).toBeVisible();
      await page.keyboard.press("d");
      await page.getByRole("dialog").getByRole("button", { name: "Discard" }).click();
      await expect(page.getByText(`Discarded for ${raced}`)).toBeVisible();
      await draftFor(other, raced).getByRole("button", { name: "Approve" }).click();
      await expect(other.getByText("New administrator has discarded this draft already.")).toBeVisible();
    });

    await openRun(page, { contact: raced, sequence });
    await expect(timelineOf(page).getByText(/^Skipped/)).toBeVisible();
    await expect(timelineOf(page).getByText(/^Sent to ./)).toHaveCount(0);
  } finally {
    await context.close();
  }
});
