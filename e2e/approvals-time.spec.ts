import { expect, type Page } from "@playwright/test";
import { type OpenAiStub, startOpenAiStub } from "./stubs/openai-server";
import { addContact, signUp } from "./support/account";
import { enrollContact, open, openPhone } from "./support/acts";
import { draftFor, inQueue, openApprovals, publishWritten, words } from "./support/approvals";
import { letDraftsAge } from "./support/database";
import { test } from "./support/fixtures";
import { connectMaestro } from "./support/maestro";
import { addRecord, dayIn } from "./support/records";
import { actOn, openRun, stateOf, timelineOf } from "./support/runs";

test.use({ viewport: { width: 1440, height: 900 } });

let model: OpenAiStub;
test.beforeAll(async () => {
  model = await startOpenAiStub();
});
test.afterAll(() => model.close());

test("a draft that nobody decides comes to what its step says", async ({ visitor: page }) => {
  const account = await signUp(page);
  await connectMaestro(page, account, model.url);
  const POLICIES = [
    { name: "Skips", contact: "Hal Ueda", expired: "skip the step" },
    { name: "Stands in", contact: "Ida Vogt", expired: "send your own text" },
    { name: "Waits on", contact: "Jan West", expired: "keep waiting" },
  ] as const;
  for (const [index, { name, contact, expired }] of POLICIES.entries()) {
    await publishWritten(page, account, { name, fallback: `${name}: our own words.`, expired });
    await addContact(page, { name: contact, phone: `+1 202 555 016${index}` });
    await enrollContact(page, { contact, sequence: name });
    await openApprovals(page, account, contact);
  }
  await letDraftsAge(account, 5);

  await test.step("it is skipped, and the run goes on", async () => {
    await openRun(page, { contact: "Hal Ueda", sequence: "Skips" });
    await expect(timelineOf(page).getByText(/^Skipped.*Nobody decided/)).toBeVisible();
    await expect(stateOf(page).getByText(/^Step 2 of 2 is next/)).toBeVisible();
  });
  await test.step("the step's own words go out", async () => {
    const phone = await openPhone(page, "Ida Vogt");
    await expect(phone.getByText("Stands in: our own words.")).toBeVisible();
  });
  await test.step("it goes on waiting", async () => {
    await openApprovals(page, account, "Jan West");
    await expect(inQueue(page, "Hal Ueda")).toHaveCount(0);
    await expect(inQueue(page, "Ida Vogt")).toHaveCount(0);
    await draftFor(page, "Jan West").getByRole("button", { name: "Approve" }).click();
    const phone = await openPhone(page, "Jan West");
    await expect(phone.getByText(/^Hi Jan, /)).toBeVisible();
  });
});

test("what was approved for a charge does not go out once the charge is paid, or costs another sum", async ({
  visitor: page,
}) => {
  const sequence = "Invoice reminder";
  const account = await signUp(page);
  // The draft of tomorrow's step is written now, so that there is time between the approval and the sending.
  await connectMaestro(page, account, model.url, { leadMinutes: 2_880 });
  await publishWritten(page, account, {
    ...{ name: sequence, fallback: "Your invoice is open.", about: "Charge", days: 1 },
  });
  const [paid, dearer] = [
    { contact: "Kai Xu", title: "Invoice of Kai" },
    { contact: "Lea Young", title: "Invoice of Lea" },
  ];
  for (const [index, { contact, title }] of [paid, dearer].entries()) {
    await addContact(page, { name: contact, phone: `+1 202 555 017${index}` });
    await enrollAbout(page, account, { contact, title, sequence });
    await openApprovals(page, account, contact);
    await inQueue(page, contact).click();
    await expect(words(page, contact)).toHaveValue(/120\.00/);
    await draftFor(page, contact).getByRole("button", { name: "Approve" }).click();
    await expect(page.getByText(`Approved for ${contact}`)).toBeVisible();
  }

  await test.step("it was paid: the run is over and nothing goes out", async () => {
    const panel = await openCharge(page, account, paid.title);
    await panel.getByRole("button", { name: "Mark as paid" }).click();
    await openRun(page, { contact: paid.contact, sequence });
    await expect(stateOf(page).getByText("Ended: Goal reached", { exact: true })).toBeVisible();
    await expect(timelineOf(page).getByText(/^Sent to ./)).toHaveCount(0);
  });

  await test.step("it costs another sum: the draft is back with the reason, and nothing goes out", async () => {
    const panel = await openCharge(page, account, dearer.title);
    await panel.getByRole("button", { name: `Edit ${dearer.title}` }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Amount" }).fill("150");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
    await openRun(page, { contact: dearer.contact, sequence });
    await actOn(page, stateOf(page), { act: "Send now", title: /^Send/ });
    await openApprovals(page, account, dearer.contact);
    const draft = draftFor(page, dearer.contact);
    await inQueue(page, dearer.contact).click();
    await expect(draft.getByText("It came back after it was approved")).toBeVisible();
    await expect(
      draft
        .getByRole("region", { name: "Checks" })
        .getByText(/120\.00/)
        .first(),
    ).toBeVisible();
    await openRun(page, { contact: dearer.contact, sequence });
    await expect(timelineOf(page).getByText(/^Sent to ./)).toHaveCount(0);
  });

  await test.step("written again it names the new sum, and goes out", async () => {
    await openApprovals(page, account, dearer.contact);
    await inQueue(page, dearer.contact).click();
    const draft = draftFor(page, dearer.contact);
    await draft.getByRole("button", { name: "Regenerate" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Regenerate" }).click();
    await expect(words(page, dearer.contact)).toHaveValue(/150\.00/);
    await draft.getByRole("button", { name: "Approve" }).click();
    const phone = await openPhone(page, dearer.contact);
    await expect(phone.getByText(/150\.00/)).toBeVisible();
    await expect(phone.getByText(/120\.00/)).toHaveCount(0);
    await open(page, "Sandbox");
    await expect(
      page.getByRole("list", { name: "Threads" }).getByRole("button", { name: paid.contact }),
    ).toHaveCount(0);
  });
});

type About = { contact: string; title: string; sequence: string };

/** A charge of 120.00, and a run about it. */
async function enrollAbout(page: Page, account: string, { contact, title, sequence }: About) {
  const charge = { section: "charges" as const, contact, title, account };
  const panel = await addRecord(page, charge, async (dialog) => {
    await dialog.getByRole("textbox", { name: "Amount" }).fill("120");
    await dialog.getByLabel("Due on").fill(dayIn(12));
  });
  await panel.getByRole("button", { name: "Enroll" }).click();
  const dialog = page.getByRole("dialog", { name: "Enroll in a sequence" });
  await dialog.getByRole("combobox", { name: "Sequence" }).selectOption({ label: sequence });
  await dialog.getByRole("button", { name: "Enroll", exact: true }).click();
  await expect(dialog).toBeHidden();
}

async function openCharge(page: Page, account: string, title: string) {
  await page.goto(`${account}/charges`);
  await page.getByRole("button", { name: title, exact: true }).click();
  const panel = page.getByRole("complementary", { name: title });
  await expect(panel).toBeVisible();
  return panel;
}
