import type { Browser, Page } from "@playwright/test";
import { expectSaved, messageText, run, startEmpty } from "./support/builder";
import { anotherContext, expect, test } from "./support/fixtures";
import { untilQuiet } from "./support/patience";

/** A second browser of somebody who looks at the same page. */
async function another(browser: Browser, page: Page, storageState: string): Promise<Page> {
  const context = await anotherContext(browser, { storageState });
  const other = await context.newPage();
  // All of its scripts must be there before it is cut off from the server.
  await other.goto(page.url());
  await untilQuiet(other);
  return other;
}

async function arrange(page: Page, name: string) {
  await startEmpty(page, name);
  await run(page).getByRole("button", { name: "Add step" }).click();
  await messageText(page, 1).fill("Good morning");
  await expectSaved(page);
}

test("what one person writes shows itself to another who has written nothing", async ({
  page,
  browser,
  login,
}) => {
  await arrange(page, "Written together");
  const other = await another(browser, page, login);
  await expect(messageText(other, 1)).toHaveValue("Good morning");
  await messageText(page, 1).fill("Good evening");
  await expect(messageText(other, 1)).toHaveValue("Good evening");
  await other.context().close();
});

test("two people who write at once are asked whose words stand", async ({ page, browser, login }) => {
  await arrange(page, "Written at once");
  const other = await another(browser, page, login);
  await expect(messageText(other, 1)).toHaveValue("Good morning");

  await other.context().setOffline(true);
  await messageText(other, 1).fill("Good night");
  await expect(other.getByText("Offline: kept here, will be saved")).toBeVisible();
  await messageText(page, 1).fill("Good evening");
  await expectSaved(page);
  await other.context().setOffline(false);

  const notice = other.getByRole("alert").filter({ hasText: "Demo administrator saved this draft" });
  await expect(notice).toBeVisible();
  await notice.getByRole("button", { name: "What differs" }).click();
  await expect(notice).toContainText("evening");
  await expect(notice).toContainText("night");

  await notice.getByRole("button", { name: "Load theirs" }).click();
  await expect(messageText(other, 1)).toHaveValue("Good evening");
  // What was written here is one undo away, and then it is this person's choice.
  await other.getByRole("button", { name: "Undo" }).first().click();
  await expect(messageText(other, 1)).toHaveValue("Good night");
  await expectSaved(other);
  await expect(messageText(page, 1)).toHaveValue("Good night");

  await other.context().setOffline(true);
  await messageText(other, 1).fill("Good bye");
  await messageText(page, 1).fill("Good day");
  await expectSaved(page);
  await other.context().setOffline(false);
  await notice.getByRole("button", { name: /^Keep mine/ }).click();
  await expect(notice).toBeHidden();
  await expectSaved(other);
  await expect(messageText(page, 1)).toHaveValue("Good bye");
  await other.context().close();
});

test("what was not saved before a crash is offered again", async ({ page }) => {
  await arrange(page, "Lost and found");
  const address = page.url();
  await page.context().setOffline(true);
  await messageText(page, 1).fill("Good morning, dear customer");
  await expect(page.getByText("Offline: kept here, will be saved")).toBeVisible();
  // A moment for the browser to keep it; a crash asks nobody whether the page may be left.
  await expect
    .poll(() => page.evaluate(() => JSON.stringify(window.localStorage)))
    .toContain("dear customer");
  await page.close({ runBeforeUnload: false });

  const context = page.context();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(address);
  await expect(messageText(again, 1)).toHaveValue("Good morning");
  await again.getByRole("button", { name: "Restore what was not saved" }).click();
  await expect(messageText(again, 1)).toHaveValue("Good morning, dear customer");
  await expectSaved(again);
  await again.reload();
  await expect(messageText(again, 1)).toHaveValue("Good morning, dear customer");
  await expect(again.getByRole("button", { name: "Restore what was not saved" })).toBeHidden();
});
