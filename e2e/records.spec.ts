import { randomBytes } from "node:crypto";
import { findingsInBothThemes, findingsOn } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { takePicture } from "./support/picture";
import { addRecord, dayIn, publishReadyMade } from "./support/records";

const named = (title: string) => `${title} ${randomBytes(3).toString("hex")}`;

test("a deal goes from stage to stage by keys and is won, which ends its run", async ({ page }) => {
  await publishReadyMade(page, "quote-follow-up");
  const title = named("Roof");
  const panel = await addRecord(
    page,
    { section: "deals", contact: "Diego Torres", title },
    async (dialog) => {
      await dialog.getByRole("textbox", { name: "Amount" }).fill("12,500.50");
    },
  );
  await expect(panel.getByText("R$12,500.50")).toBeVisible();
  await panel.getByRole("button", { name: "Enroll" }).click();
  const dialog = page.getByRole("dialog", { name: "Enroll in a sequence" });
  await dialog.getByRole("combobox", { name: "Sequence" }).selectOption({ label: "Quote follow-up" });
  await dialog.getByRole("button", { name: "Enroll", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(panel.getByText("Active")).toBeVisible();

  const stage = (name: string) => page.getByRole("region", { name, exact: true });
  const grip = page.getByRole("button", { name: `Move ${title}` });
  const card = (name: string) => stage(name).getByRole("button", { name: title, exact: true });
  const said = page.getByRole("status").filter({ hasText: title });
  await expect(card("New")).toBeVisible();
  await grip.press("Space");
  await page.keyboard.press("ArrowRight");
  await expect(said).toHaveText(`${title} is over Contacted.`);
  await page.keyboard.press("Space");
  await expect(card("Contacted")).toBeVisible();
  await expect(panel.getByText("Moved from New to Contacted")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(card("New")).toBeVisible();
  await takePicture(page, "deals");

  await grip.press("Space");
  for (const place of ["Contacted", "Proposal", "Negotiation", "Won"]) {
    await page.keyboard.press("ArrowRight");
    await expect(said).toHaveText(`${title} is over ${place}.`);
  }
  await page.keyboard.press("Space");
  await expect(grip).toBeHidden();
  await expect(panel.getByText("Ended: Goal reached")).toBeVisible();
  const history = panel.getByRole("region", { name: "History" });
  await expect(history.getByRole("listitem").first()).toContainText("Won");
});

test("a deal is dragged by hand, and lost with its reason", async ({ page }) => {
  const title = named("Fence");
  const deal = { section: "deals" as const, contact: "Emma Clark", title };
  const panel = await addRecord(page, deal, async () => {});
  await panel.getByRole("button", { name: "Close" }).click();
  const card = page.getByRole("main").getByRole("listitem").filter({ hasText: title });
  await card.hover();
  await page.mouse.down();
  const target = page.getByRole("region", { name: "Proposal", exact: true });
  await target.hover();
  await target.hover();
  await page.mouse.up();
  await expect(target.getByRole("button", { name: title, exact: true })).toBeVisible();
  await card.getByRole("button", { name: `Acts for ${title}` }).click();
  await page.getByRole("menuitem", { name: "Mark as lost" }).click();
  await page.getByRole("textbox", { name: "Why (optional)" }).fill("Too expensive");
  await page.getByRole("dialog").getByRole("button", { name: "Mark as lost" }).click();
  await expect(card).toBeHidden();
  await page.getByRole("radio", { name: "List" }).click();
  await page.getByRole("button", { name: title, exact: true }).click();
  await expect(
    page.getByRole("complementary", { name: title }).getByText("Lost: Too expensive"),
  ).toBeVisible();
});

test("an appointment that is rescheduled takes the next step of its run along", async ({ page }) => {
  await publishReadyMade(page, "appointment-confirmation");
  const title = named("Check-up");
  const visit = { section: "appointments" as const, contact: "Bruno Lima", title };
  const panel = await addRecord(page, visit, async (dialog) => {
    await dialog.getByLabel("Starts at").fill(`${dayIn(20)}T15:00`);
    await dialog.getByLabel("Ends at").fill(`${dayIn(20)}T16:00`);
  });
  const run = panel.getByRole("listitem").filter({ hasText: "Appointment confirmation" });
  // The booking itself is confirmed first; the next message is two days before the visit.
  const next = run.locator("time");
  const moment = async () => Date.parse((await next.getAttribute("datetime")) ?? "");
  const daysSince = async (at: number) => Math.round(((await moment()) - at) / 86_400_000);
  const now = Date.now();
  await expect.poll(() => daysSince(now)).toBeGreaterThan(15);
  const before = await moment();
  await panel.getByRole("button", { name: "Reschedule" }).click();
  const dialog = page.getByRole("dialog", { name: `Reschedule ${title}` });
  await dialog.getByLabel("Starts at").fill(`${dayIn(27)}T15:00`);
  await dialog.getByRole("button", { name: "Reschedule" }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => daysSince(before)).toBe(7);
  await expect(panel.getByText(/^Rescheduled from /)).toBeVisible();
  await run.getByRole("link").click();
  await expect(page.getByText(/^The appointment moved from /i)).toBeVisible();
});

test("a charge that is paid ends its reminders", async ({ page }) => {
  await publishReadyMade(page, "payment-before-due");
  const title = named("Invoice");
  const charge = { section: "charges" as const, contact: "Ana Souza", title };
  const panel = await addRecord(page, charge, async (dialog) => {
    await dialog.getByRole("textbox", { name: "Amount" }).fill("1,250");
    await dialog.getByLabel("Due on").fill(dayIn(12));
  });
  const run = panel.getByRole("listitem").filter({ hasText: "Payment reminder" });
  await expect(run.getByText("Active")).toBeVisible();
  await panel.getByRole("button", { name: "Mark as paid" }).click();
  await expect(run.getByText("Ended: Goal reached")).toBeVisible();
  await expect(panel.getByText("Paid", { exact: true }).first()).toBeVisible();
});

test("the screens of records have nothing that axe finds, and fit a phone, where the stages are swiped", async ({
  page,
}) => {
  for (const screen of ["deals", "deals?view=list", "appointments", "appointments?when=past", "charges"]) {
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto(`/demo/${screen}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await findingsInBothThemes(page, screen)).toEqual([]);
    await page.setViewportSize({ width: 375, height: 812 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth), screen)
      .toBeLessThanOrEqual(375);
    expect(await findingsOn(page, `${screen} on a phone`)).toEqual([]);
  }
});
