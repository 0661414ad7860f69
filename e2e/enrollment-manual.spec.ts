import { enrollContact, open, openPhone, openRuns, publishSequence } from "./support/acts";
import { expect, test } from "./support/fixtures";

test("a contact is enrolled by hand, a second attempt leads to the first run, and a refusal is kept", async ({
  page,
}) => {
  const sequence = "By hand";
  const contact = "Emma Clark";
  await publishSequence(page, {
    name: sequence,
    steps: [{ text: "By hand: first" }, { text: "By hand: second", wait: { amount: 3, unit: "days" } }],
  });
  await enrollContact(page, { contact, sequence });
  const phone = await openPhone(page, contact);
  await expect(phone.getByText("By hand: first")).toBeVisible();

  await open(page, "Contacts");
  await page.getByRole("searchbox", { name: /Search/ }).fill(contact);
  await expect(page).toHaveURL(/\?/);
  await page.getByRole("link", { name: contact }).click();
  await expect(page.getByRole("heading", { level: 1, name: contact })).toBeVisible();
  await page.getByRole("button", { name: "Enroll" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Sequence" }).selectOption({ label: sequence });
  await dialog.getByRole("button", { name: "Enroll", exact: true }).click();
  await expect(dialog.getByText("This contact is already in step 2 of this sequence.")).toBeVisible();
  await dialog.getByRole("link", { name: "Open the run" }).click();
  await expect(page.getByRole("region", { name: "State of the run" })).toContainText("Step 2 of 2 is next");

  // Blocked, they are not enrolled, and the attempt is kept with its reason.
  const blocked = "Bruno Lima";
  await open(page, "Contacts");
  await page.getByRole("searchbox", { name: /Search/ }).fill(blocked);
  await expect(page).toHaveURL(/\?/);
  await page.getByRole("link", { name: blocked }).click();
  await expect(page.getByRole("heading", { level: 1, name: blocked })).toBeVisible();
  const block = page.getByRole("switch", { name: "Blocked" });
  await block.click();
  await expect(block).toBeChecked();
  await page.getByRole("button", { name: "Enroll" }).click();
  await dialog.getByRole("combobox", { name: "Sequence" }).selectOption({ label: sequence });
  await dialog.getByRole("button", { name: "Enroll", exact: true }).click();
  await expect(dialog.getByText("Blocked", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await block.click();
  await expect(block).not.toBeChecked();

  await openRuns(page, "");
  await page.getByRole("link", { name: "Not enrolled" }).click();
  const refused = page.getByRole("row").filter({ hasText: blocked }).filter({ hasText: sequence });
  await expect(refused.first()).toContainText("Blocked");
});
