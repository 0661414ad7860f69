import { expect } from "@playwright/test";
import { type OpenAiStub, startOpenAiStub } from "./stubs/openai-server";
import { addContact, signUp } from "./support/account";
import { answer, enrollContact, openPhone, publishSequence } from "./support/acts";
import { findingsOn } from "./support/axe";
import { letThreadsAge, putSuggestion } from "./support/database";
import { test } from "./support/fixtures";
import { connectMaestro } from "./support/maestro";

const [contact, sequence] = ["Ada Moss", "Price follow-up"];

let model: OpenAiStub;
test.beforeAll(async () => {
  model = await startOpenAiStub();
});
test.afterAll(() => model.close());

test("shows whom it would have found before it is switched on, and a person decides about whom it finds", async ({
  visitor: page,
}) => {
  const account = await signUp(page);
  await connectMaestro(page, account, model.url);
  await publishSequence(page, { name: "Welcome", steps: [{ text: "Hello, can we help you?" }] });
  await publishSequence(page, { name: sequence, steps: [{ text: "Have you seen our prices?" }] });
  const builder = page.url();
  await addContact(page, { name: contact, phone: "+1 202 555 0170" });
  await enrollContact(page, { contact, sequence: "Welcome" });

  await test.step("an answer says what it means, and a person may say it otherwise", async () => {
    const phone = await openPhone(page, contact);
    await expect(phone.getByText("Hello, can we help you?")).toBeVisible();
    await answer(page, "What is the price? Me chama semana que vem");
    await page.goto(`${account}/conversations?status=all`);
    await page.getByRole("list", { name: "Conversations" }).getByRole("button", { name: contact }).click();
    const chip = page.getByRole("button", { name: /^It means: Not now/ });
    await expect(chip).toBeVisible();
    await expect(page.getByRole("button", { name: /^Snooze until/ })).toBeVisible();
    expect(await findingsOn(page, "conversations")).toEqual([]);
    await chip.click();
    await page.getByRole("menuitemradio", { name: "Interested" }).click();
    await expect(page.getByText("said by a person")).toBeVisible();
    await expect(page.getByRole("button", { name: "Assign to me" })).toBeVisible();
  });

  await test.step("the settings are said in words", async () => {
    await letThreadsAge(account, 48);
    await page.goto(`${new URL(builder).pathname}/ai-enrollment?view=settings`);
    await page.getByLabel("Who belongs into this sequence").fill("Whoever asked for a price");
    await page.getByRole("combobox", { name: "Whose message was the last" }).selectOption("contact");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Off. Nobody is looked for.")).toBeVisible();
    expect(await findingsOn(page, "settings of looking for people")).toEqual([]);
  });

  await test.step("the last thirty days say whom it would have suggested", async () => {
    await page.getByRole("link", { name: "Last 30 days" }).click();
    await page.getByRole("button", { name: "Look at the last 30 days" }).click();
    await expect(page.getByRole("heading", { name: "1 of 1 would have been suggested" })).toBeVisible();
    await expect(page.getByText("Would be suggested")).toBeVisible();
    expect(await findingsOn(page, "a look at the last thirty days")).toEqual([]);
  });

  await test.step("whom it suggests is dismissed, taken back and enrolled by keys", async () => {
    await putSuggestion(account, { contact, sequence });
    await page.getByRole("link", { name: "Suggestions" }).click();
    const suggestion = page.getByRole("listitem").filter({ hasText: "Asked for the price." });
    await expect(suggestion).toBeVisible();
    expect(await findingsOn(page, "suggestions")).toEqual([]);
    await page.keyboard.press("d");
    await expect(suggestion).toBeHidden();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(suggestion).toBeVisible();
    await page.keyboard.press("a");
    await expect(page.getByText("1 person enrolled.")).toBeVisible();
    await page.getByRole("link", { name: "Verdicts" }).click();
    const verdict = page.getByRole("listitem").filter({ hasText: contact });
    await expect(verdict.getByText("Enrolled", { exact: true })).toBeVisible();
  });

  await test.step("it is switched on, and says what it has used of the day", async () => {
    await page.getByRole("switch", { name: "Look for people" }).click();
    await expect(page.getByText(/1 of 20 used today/)).toBeVisible();
  });
});
