import { open, openPhone, openRuns, publishSequence } from "./support/acts";
import { expect, test } from "./support/fixtures";
import { bulks, enrollImported } from "./support/runs";

const steps = (name: string) => [
  { text: `${name}: first`, wait: { amount: 0, unit: "minutes" } },
  { text: `${name}: second`, wait: { amount: 3, unit: "days" } },
];

test("the people of a CSV file are enrolled in the background, and one of them is followed to the phone", async ({
  page,
}) => {
  const sequence = "From a file";
  await publishSequence(page, { name: sequence, steps: steps(sequence) });
  await enrollImported(page, { file: "people.csv", sequence });
  await expect(bulks(page).getByText(`Enrolled in ${sequence}`)).toBeVisible();
  await expect(bulks(page).getByText(/^8 enrolled/)).toBeVisible();
  // It stays in sight on other pages.
  const phone = await openPhone(page, "Olga Prado");
  await expect(phone.getByText(`${sequence}: first`)).toBeVisible();
});

test("a bulk enrollment by filter shows who is meant, and is taken back whole", async ({ page }) => {
  const sequence = "Taken back";
  await publishSequence(page, {
    name: sequence,
    // Nothing goes out at once, so that everything can be removed.
    steps: [{ text: "Taken back: first", wait: { amount: 2, unit: "days" } }],
  });
  await open(page, "Enrollments");
  await page.getByRole("button", { name: "Enroll contacts" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Enroll contacts" });
  await dialog.getByRole("combobox", { name: "Sequence" }).selectOption({ label: sequence });
  await dialog.getByRole("radio", { name: "All that match a search" }).click();
  await dialog.getByRole("searchbox", { name: "Name, phone or email contains" }).fill("Clark");
  const report = dialog.getByRole("list", { name: "Who will be enrolled" });
  await report.getByRole("button", { name: "1 contact will be enrolled" }).click();
  await expect(report.getByRole("link", { name: "Emma Clark" })).toBeVisible();
  await dialog.getByRole("button", { name: "Enroll", exact: true }).click();
  await expect(dialog).toBeHidden();

  const card = bulks(page);
  await expect(card.getByText(`Enrolled in ${sequence}`)).toBeVisible();
  const runs = await openRuns(page, "Emma Clark");
  await expect(runs.filter({ hasText: sequence })).toHaveCount(1);

  // The address follows what is typed after a moment; whoever leaves before would be led back.
  await expect(page).toHaveURL(/[?&]search=Emma/);
  await page.getByRole("link", { name: "Bulk", exact: true }).click();
  const line = page.getByRole("listitem").filter({ hasText: sequence });
  await line.getByRole("button", { name: "Undo" }).click();
  await expect(line.getByText(`Taken back: ${sequence}`)).toBeVisible();
  await expect(line.getByText(/^1 removed/)).toBeVisible();
  const left = await openRuns(page, "Emma Clark");
  await expect(left.filter({ hasText: sequence })).toHaveCount(0);
});
