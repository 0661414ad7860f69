import { open, openPhone } from "./support/acts";
import { expectSaved, messageText, run, startEmpty } from "./support/builder";
import { expect, test } from "./support/fixtures";

const CONTACT = "Carla Mendes";
/** The shortest silence that a trigger may wait for is five minutes; the clock is looked at once a minute. */
const SILENCE = { timeout: 8 * 60_000 };

test.use({ viewport: { width: 1440, height: 900 } });

/** `SLOW=1 npm run test:e2e -- enrollment-inactivity` waits for a real silence; what crosses its line is tested without. */
test("a contact who stays silent is written to", async ({ page }) => {
  test.skip(!process.env.SLOW, "takes seven minutes");
  test.setTimeout(10 * 60_000);
  const text = "Still interested? I can call you today.";
  await startEmpty(page, "Five silent minutes");
  await run(page).getByRole("button", { name: "Add step" }).click();
  await messageText(page, 1).fill(text);
  await run(page)
    .getByRole("button", { name: /^Enters/ })
    .click();
  await page.getByRole("button", { name: "Add trigger" }).click();
  const trigger = page.getByRole("group", { name: "Trigger 1", exact: true });
  await trigger.getByRole("combobox", { name: "When" }).selectOption("A conversation goes silent");
  await trigger.getByRole("combobox", { name: "Unit" }).selectOption("minutes");
  await trigger.getByRole("spinbutton", { name: "Silent for" }).fill("5");
  await expectSaved(page);
  await page.getByRole("button", { name: /^Publish/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^Publish/ }).click();
  await expect(dialog).toBeHidden();

  await open(page, "Conversations");
  const threads = page.getByRole("list", { name: "Conversations" });
  await threads.getByRole("button", { name: CONTACT }).first().click();
  await page.getByRole("textbox", { name: "Reply" }).fill("Shall we go on with the heat pump?");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("log", { name: "Messages" }).getByText("Shall we go on")).toBeVisible();

  const phone = await openPhone(page, CONTACT);
  await expect(phone.getByText(text)).toHaveCount(1, SILENCE);
});
