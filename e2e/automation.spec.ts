import type { Locator, Page } from "@playwright/test";
import { answer, enrollContact, open, openPhone, openRuns, publishSequence } from "./support/acts";
import { findingsInBothThemes } from "./support/axe";
import { expect, test } from "./support/fixtures";

test.use({ viewport: { width: 1440, height: 900 } });

async function addAction(page: Page, within: Locator, kind: string) {
  await within.getByRole("button", { name: "Add action" }).click();
  await page.getByRole("menuitem", { name: kind, exact: true }).click();
}

const actionOf = (within: Locator, kind: string) =>
  within.getByRole("group", { name: new RegExp(`^Action \\d+: ${kind}$`) });

async function openThread(page: Page, contact: string) {
  await open(page, "Conversations");
  const threads = page.getByRole("list", { name: "Conversations" });
  await threads.getByRole("button", { name: contact }).first().click();
  await expect(page.getByRole("region", { name: contact })).toBeVisible();
}

test("a rule tags and enrolls whoever asks for the price", async ({ page }) => {
  const contact = "Diego Torres";
  await publishSequence(page, { name: "Says hello", steps: [{ text: "Hello, how can we help?" }] });
  await publishSequence(page, { name: "Price follow-up", steps: [{ text: "Our prices start at 10." }] });

  await open(page, "Automation");
  await page.getByRole("link", { name: "New rule" }).first().click();
  await page.getByRole("textbox", { name: "Name of the rule" }).fill("Asked for the price");
  const when = page.getByRole("region", { name: "When", exact: true });
  await when.getByRole("combobox", { name: "Event" }).selectOption("a message is received");
  const conditions = page.getByRole("region", { name: "If", exact: true });
  await conditions.getByRole("button", { name: "Add condition" }).click();
  await conditions.getByRole("combobox", { name: "Value to look at" }).selectOption("Message text");
  await conditions.getByRole("combobox", { name: "Comparison" }).selectOption("contains");
  await conditions.getByRole("textbox", { name: "Value" }).fill("price");
  const does = page.getByRole("region", { name: "Do", exact: true });
  await addAction(page, does, "Add a tag");
  await addAction(page, does, "Enroll in a sequence");
  await page.getByRole("button", { name: "Create rule" }).click();
  await expect(actionOf(does, "Add a tag").getByRole("alert")).toHaveText("Write the tag.");
  await actionOf(does, "Add a tag").getByRole("combobox", { name: "Tag" }).fill("asked-price");
  await actionOf(does, "Enroll in a sequence")
    .getByRole("combobox", { name: "Sequence" })
    .selectOption("Price follow-up");
  await page.getByRole("button", { name: "Create rule" }).click();
  await page.getByRole("switch", { name: "On", exact: true }).click();
  await expect(page.getByText("Switched on.")).toBeVisible();

  await enrollContact(page, { contact, sequence: "Says hello" });
  const phone = await openPhone(page, contact);
  await expect(phone.getByText("Hello, how can we help?")).toBeVisible();
  await answer(page, "What is the PRICE of it?");
  await expect(phone.getByText("Our prices start at 10.")).toBeVisible();

  const run = await openRuns(page, contact);
  await expect(run.filter({ hasText: "Price follow-up" })).toBeVisible();
  await run.filter({ hasText: "Price follow-up" }).getByRole("button", { name: contact }).click();
  await expect(page.getByRole("region", { name: "Timeline" })).toBeVisible();

  await page.goto("/demo/automation/log");
  const row = page.getByRole("row").filter({ hasText: "Asked for the price" });
  await expect(row).toContainText(contact);
  await expect(row).toContainText("Tag “asked-price” added.");
  await expect(row).toContainText("Enrolled in “Price follow-up”.");
  await expect(row).toContainText("Done");
  await row.getByRole("link", { name: contact }).click();
  await expect(page.getByRole("heading", { level: 1, name: contact })).toBeVisible();
  await expect(page.getByText("asked-price").first()).toBeVisible();

  await open(page, "Automation");
  await page.getByRole("link", { name: "Asked for the price" }).click();
  await page.getByRole("button", { name: "Test the draft" }).click();
  await expect(page.getByText("Would have run 1 time in the last 30 days.")).toBeVisible();
  await page
    .getByRole("list", { name: /newest/ })
    .getByRole("button", { name: contact })
    .click();
  await expect(page.getByText("Has the tag “asked-price” already.")).toBeVisible();
  await page.getByRole("switch", { name: "On", exact: true }).click();
  await expect(page.getByText("Switched off.", { exact: false })).toBeVisible();
});

test("a macro sends a message and enrolls with one click in the conversation", async ({ page }) => {
  const contact = "Bruno Lima";
  await publishSequence(page, { name: "Opens a thread", steps: [{ text: "Good morning, Bruno." }] });
  await publishSequence(page, {
    name: "After the offer",
    steps: [{ text: "Did you see our offer?", wait: { amount: 2, unit: "days" } }],
  });
  await enrollContact(page, { contact, sequence: "Opens a thread" });
  const phone = await openPhone(page, contact);
  await expect(phone.getByText("Good morning, Bruno.")).toBeVisible();

  await page.goto("/demo/automation/macros");
  await page.getByRole("button", { name: "New macro" }).first().click();
  const panel = page.getByRole("complementary", { name: "New macro" });
  await panel.getByRole("textbox", { name: "Name" }).fill("Send the offer");
  await addAction(page, panel, "Enroll in a sequence");
  await addAction(page, panel, "Send a message");
  await expect(panel.getByText("Put it before “enroll”", { exact: false })).toBeVisible();
  // By the keyboard: up one place.
  await panel.getByRole("button", { name: "Drag action 2" }).focus();
  await page.keyboard.press("Space");
  // Being over its own place is told at once after it.
  await expect(page.getByText(/Action 2 (of 2 picked up|is over position 2 of 2)\./)).toBeAttached();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByText("Action 2 is over position 1 of 2.")).toBeAttached();
  await page.keyboard.press("Space");
  await expect(panel.getByRole("group", { name: "Action 1: Send a message" })).toBeVisible();
  await actionOf(panel, "Send a message")
    .getByRole("textbox", { name: "Message", exact: true })
    .fill("Here is our offer, {{ contact.first_name }}.");
  await actionOf(panel, "Enroll in a sequence")
    .getByRole("combobox", { name: "Sequence" })
    .selectOption("After the offer");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel).toBeHidden();

  await openThread(page, contact);
  await page.getByRole("button", { name: "Macros" }).click();
  await page.getByRole("button", { name: "Send the offer" }).click();
  await expect(page.getByText("Here is our offer, Bruno.", { exact: false })).toBeVisible();
  await expect(page.getByText("Enrolls in “After the offer”.")).toBeVisible();
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByText("“Send the offer”: all done.")).toBeVisible();
  await expect(
    page.getByRole("log", { name: "Messages" }).getByText("Here is our offer, Bruno."),
  ).toBeVisible();

  const run = await openRuns(page, contact);
  await expect(run.filter({ hasText: "After the offer" })).toContainText("Active");
  await page.goto("/demo/automation/log");
  const row = page.getByRole("row").filter({ hasText: "Send the offer" });
  await expect(row).toContainText("by Demo administrator");
  await expect(row).toContainText("Enrolled in “After the offer”.");
});

test("axe finds nothing on the screens of automation, and none scrolls sideways on a phone", async ({
  page,
}) => {
  for (const screen of ["", "/macros", "/log", "/rules/new"]) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`/demo/automation${screen}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await findingsInBothThemes(page, screen)).toEqual([]);
    await page.setViewportSize({ width: 375, height: 812 });
    const overhang = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await expect.poll(overhang, screen).toBe(0);
  }
});
