import { type OpenAiStub, startOpenAiStub } from "./stubs/openai-server";
import { signUp } from "./support/account";
import { findingsInBothThemes } from "./support/axe";
import { expect, test } from "./support/fixtures";

const KEY = "sk-browser-0123456789abcdef";

let model: OpenAiStub;
test.beforeAll(async () => {
  model = await startOpenAiStub({ key: KEY });
});
test.afterAll(() => model.close());

test("an administrator connects a model, tries it, and sees what its calls came to", async ({
  visitor: page,
}) => {
  const account = await signUp(page);
  await page.goto(`${account}/settings/maestro`);
  await expect(page.getByRole("switch", { name: "Maestro is off" })).not.toBeChecked();

  await page.getByRole("button", { name: "Ollama" }).click();
  await expect(page.getByLabel("Address", { exact: true })).toHaveValue("http://127.0.0.1:11434/v1");
  await page.getByLabel("Address", { exact: true }).fill(model.url);
  await page.getByLabel("Model", { exact: true }).fill("no-such-model");
  await page.getByLabel("Key", { exact: true }).fill("sk-wrong-0123456789");
  const tryIt = page.getByRole("button", { name: "Test the connection" });
  await tryIt.click();
  await expect(page.getByText(/The endpoint does not accept the key/)).toBeVisible();
  await expect(page.getByText("sk-wrong-0123456789")).toHaveCount(0);
  await page.getByLabel("Key", { exact: true }).fill(KEY);
  await tryIt.click();
  await expect(page.getByText("The endpoint knows no such address or no such model.")).toBeVisible();
  await page.getByLabel("Model", { exact: true }).fill("stub");
  await tryIt.click();
  await expect(page.getByText(/The model answered in .* It keeps to the form/)).toBeVisible();

  await page.getByRole("button", { name: "Save the connection" }).click();
  await expect(page.getByText("A key is stored. Leave this empty to keep it.")).toBeVisible();
  await expect(page.getByLabel("Key", { exact: true })).toHaveValue("");
  await page.getByRole("switch", { name: "Maestro is off" }).click();
  const on = page.getByRole("switch", { name: "Maestro is on" });
  await expect(on).toBeChecked();
  // It shows what is wished for while it is being stored.
  await expect(on).toBeEnabled();

  await page.reload();
  await expect(on).toBeChecked();
  expect(await page.content()).not.toContain(KEY);
  expect(await findingsInBothThemes(page, "settings of Maestro")).toEqual([]);

  await page.getByRole("link", { name: "Use and cost" }).click();
  const calls = page.getByRole("table").getByRole("row", { name: /Test/ });
  await expect(calls).toHaveCount(3);
  await page.getByLabel("What came of it").selectOption({ label: "Done" });
  await expect(calls).toHaveCount(1);
  await page.getByRole("link", { name: /^Open the call for Test/ }).click();
  const call = page.getByRole("dialog");
  await expect(call.getByText("The model answered.")).toBeVisible();
  await expect(call.getByText("blue")).toBeVisible();
  expect(await findingsInBothThemes(page, "use of Maestro")).toEqual([]);
});

test("two administrators do not overwrite each other unseen", async ({ visitor: page }) => {
  const account = await signUp(page);
  const [other, late] = [await page.context().newPage(), await page.context().newPage()];
  for (const each of [page, other, late]) await each.goto(`${account}/settings/maestro`);
  const save = "Save what Maestro says";

  await page.getByLabel("Voice").fill("Warm and short");
  await page.getByRole("button", { name: save }).click();
  await expect(page.getByText("Saved").first()).toBeVisible();

  await other.getByLabel("Rules").fill("Never write in capitals");
  await other.getByRole("button", { name: save }).click();
  await expect(other.getByText("Saved").first()).toBeVisible();

  await late.getByLabel("Voice").fill("Cool");
  await late.getByRole("button", { name: save }).click();
  await expect(late.getByText(/Somebody else has changed this since you opened it/)).toBeVisible();

  await other.reload();
  await expect(other.getByLabel("Voice")).toHaveValue("Warm and short");
  await expect(other.getByLabel("Rules")).toHaveValue("Never write in capitals");
});
