import { enrollContact, openPhone, openRuns, publishSequence } from "./support/acts";
import { expect, test } from "./support/fixtures";
import { actOn, addFilter, openRun, stateOf, timelineOf, undo } from "./support/runs";

const sequence = "Under control";
const contact = "Felipe Rocha";
const days = (amount: number) => ({ amount, unit: "days" });

/** In two days, as the field for a date and a time takes it. */
const inTwoDays = () => {
  const at = new Date(Date.now() + 2 * 86_400_000);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

test("a run is paused, resumed, moved, rescheduled, sent now and stopped, and each is taken back", async ({
  page,
}) => {
  await publishSequence(page, {
    name: sequence,
    steps: [
      { text: "Control: first" },
      { text: "Control: second", wait: days(3) },
      { text: "Control: third", wait: days(3) },
    ],
  });
  await enrollContact(page, { contact, sequence });
  await openRun(page, { contact, sequence });
  const state = stateOf(page);
  const timeline = timelineOf(page);
  await expect(timeline.getByText(/^Sent to ./)).toHaveCount(1);
  await expect(state.getByText(/^Step 2 of 3 is next/)).toBeVisible();

  await actOn(page, state, { act: "Pause", title: /^Pause this run/ });
  await expect(state.getByText("Paused", { exact: true })).toBeVisible();
  await undo(page);
  await expect(state.getByText("Active", { exact: true })).toBeVisible();
  await expect(timeline.getByText(/took back: pause\.$/)).toBeVisible();

  await actOn(page, state, { act: "Pause", title: /^Pause this run/ });
  await actOn(page, state, { act: "Resume", title: /^Resume this run/ });
  await expect(state.getByText("Active", { exact: true })).toBeVisible();

  await actOn(page, state, {
    act: "Reschedule",
    title: /^Reschedule the next step/,
    fill: (dialog) => dialog.getByLabel("New moment of the next step").fill(inTwoDays()),
  });
  await expect(state.getByText(/^Step 2 of 3 is next, (in [23] days|in \d+ hours|tomorrow)/)).toBeVisible();
  await expect(timeline.getByText(/set the next step to/)).toBeVisible();

  await actOn(page, state, {
    act: "Move to step",
    title: /^Move this run/,
    fill: async (dialog) => {
      await dialog.getByRole("combobox", { name: "Step" }).selectOption({ index: 3 });
    },
  });
  await expect(state.getByText(/^Step 3 of 3 is next/)).toBeVisible();
  await undo(page);
  await expect(state.getByText(/^Step 2 of 3 is next/)).toBeVisible();

  await actOn(page, state, { act: "Send now", title: /^Send the next step now/ });
  await expect(timeline.getByText(/^Sent to ./)).toHaveCount(2);

  await actOn(page, state, { act: "Stop", title: /^Stop this run/ });
  await expect(state.getByText(/^Ended: Stopped|^Stopped/)).toBeVisible();
  await undo(page);
  await expect(state.getByText(/^Step 3 of 3 is next/)).toBeVisible();

  // Back to the first step: it says that the step went out before, and sends it once more.
  await actOn(page, state, {
    act: "Move to step",
    title: /^Move this run/,
    fill: async (dialog) => {
      await dialog.getByRole("combobox", { name: "Step" }).selectOption({ index: 1 });
      await expect(dialog.getByText("This step went out before and goes out again.")).toBeVisible();
    },
  });
  await expect(timeline.getByText(/^Sent to ./)).toHaveCount(3);
  const phone = await openPhone(page, contact);
  await expect(phone.getByText("Control: first")).toHaveCount(2);
  await expect(phone.getByText("Control: second")).toHaveCount(1);
});

test("many runs are paused at once, after a summary, and taken back", async ({ page }) => {
  const name = "Held together";
  await publishSequence(page, {
    name,
    steps: [{ text: "Together: first" }, { text: "Together: second", wait: days(3) }],
  });
  for (const one of ["Emma Clark", "Felipe Rocha"])
    await enrollContact(page, { contact: one, sequence: name });
  await openRuns(page, "");
  await addFilter(page, "Sequence", name);
  const rows = page.getByRole("row").filter({ hasText: name });
  // The two stood among the others before, too; what is ticked then is forgotten with the filter.
  await expect(page.getByText("2 in all")).toBeVisible();
  await expect(rows).toHaveCount(2);
  await page.getByRole("checkbox", { name: "Select all shown" }).click();
  const selection = page.getByRole("region", { name: "Selected runs" });
  await actOn(page, selection, {
    act: "Pause",
    title: /^Pause 2 runs/,
    fill: (dialog) => expect(dialog).toContainText("2 runs change"),
  });
  await expect(rows.getByText("Paused", { exact: true }).first()).toBeVisible();
  await undo(page);
  await expect(page.getByText("Taken back for 2 runs.")).toBeVisible();
});
