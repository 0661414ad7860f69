import { expect, type Locator, type Page } from "@playwright/test";

/** What a person does in the sequence builder, by mouse and by keys. */

export type Reminder = {
  days: number;
  side: "Before" | "After";
  channel: "WhatsApp" | "Email";
  subject?: string;
  text: string;
  /** How the line of the step says its wait. */
  wait: RegExp;
};

/** The payment reminder of the gallery: before, on and after the due date, by WhatsApp and email. */
export const PAYMENT_REMINDER: Reminder[] = [
  {
    days: 3,
    side: "Before",
    channel: "WhatsApp",
    text: "your payment is due soon.",
    wait: /3 days before the due date/i,
  },
  {
    days: 0,
    side: "Before",
    channel: "WhatsApp",
    text: "your payment is due today.",
    wait: /on the due date/i,
  },
  {
    days: 2,
    side: "After",
    channel: "Email",
    subject: "Your payment",
    text: "did the payment slip through?",
    wait: /2 days after the due date/i,
  },
  { days: 5, side: "After", channel: "WhatsApp", text: "can we help?", wait: /5 days after the due date/i },
  {
    days: 10,
    side: "After",
    channel: "Email",
    subject: "Last reminder",
    text: "this is our last reminder.",
    wait: /10 days after the due date/i,
  },
];

export const nameField = (page: Page) => page.getByRole("textbox", { name: "Sequence name" });
export const stepFields = (page: Page, number: number) =>
  page.getByRole("group", { name: `Step ${number}`, exact: true });
export const messageText = (page: Page, number: number) =>
  stepFields(page, number).getByRole("textbox", { name: "Message text" });
export const run = (page: Page) => page.getByRole("region", { name: "The run" });
export const lineOf = (page: Page, number: number) =>
  run(page).getByRole("button", { name: new RegExp(`^Step ${number}:`) });

/** Opens an empty draft and names it. */
export async function startEmpty(page: Page, name: string, account = "/demo") {
  await page.goto(`${account}/sequences`);
  await page.getByRole("link", { name: "New sequence" }).first().click();
  await page.getByRole("button", { name: /^Start empty/ }).click();
  await nameField(page).fill(name);
}

export const expectSaved = (page: Page) => expect(page.getByText(/^Draft saved/)).toBeVisible();

/** Presses Tab until the control has the focus: whoever has no mouse must be able to get there. */
export async function tabTo(page: Page, control: Locator, key: "Tab" | "Shift+Tab" = "Tab") {
  await expect(control).toBeVisible();
  for (let pressed = 0; pressed < 120; pressed++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${control} cannot be reached with ${key}.`);
}

/** Chooses in the list that has the focus, with the arrows. */
export async function choose(page: Page, list: Locator, option: string) {
  const chosen = list.locator("option:checked");
  await page.keyboard.press("Home");
  for (let pressed = 0; pressed < 40 && (await chosen.textContent()) !== option; pressed++) {
    await page.keyboard.press("ArrowDown");
  }
  await expect(chosen).toHaveText(option);
}

/** Each line says when its step goes out and what it says. */
export async function expectReminder(page: Page, steps: Reminder[]) {
  for (const [index, { wait, text, channel }] of steps.entries()) {
    const line = lineOf(page, index + 1);
    await expect(line).toContainText(wait);
    await expect(line).toContainText(text);
    await expect(line).toContainText(channel);
  }
}
