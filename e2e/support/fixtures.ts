import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { type Browser, type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { patient } from "./patience";

/** The account that `npm start` seeds. */
export const demo = { email: "demo@follow-ups.test", password: "follow-ups-demo" };

type Fixtures = {
  /** A page of somebody who has not signed in. */
  visitor: Page;
};

type WorkerFixtures = {
  /** The file with the cookies of the demo account's owner, who signed in through the screen, once. */
  login: string;
};

/** Playwright's `test`, whose `page` is signed in to the demo account. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  login: [
    async ({ browser }, use, { project }) => {
      const file = join(project.outputDir, `login-${randomBytes(4).toString("hex")}.json`);
      await saveLogin(browser, project.use.baseURL, file);
      await use(file);
    },
    { scope: "worker" },
  ],
  storageState: async ({ login }, use) => use(login),
  context: async ({ context }, use) => use(patiently(context)),
  visitor: async ({ browser }, use) => {
    const context = await strangersContext(browser);
    await use(await context.newPage());
    await context.close();
  },
});

/** What Playwright's own options say (the address, the language, the size) counts for every context of a test. */
export const anotherContext = async (browser: Browser, options?: Parameters<Browser["newContext"]>[0]) =>
  patiently(await browser.newContext(options));

/** A browser in which nobody has signed in. */
export const strangersContext = (browser: Browser) =>
  anotherContext(browser, { storageState: { cookies: [], origins: [] } });

function patiently(context: BrowserContext): BrowserContext {
  context.on("page", patient);
  return context;
}

export { expect };

/** Signs in through the screen and waits until the product shows. */
export async function signIn(page: Page, person = demo) {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

async function saveLogin(browser: Browser, baseURL: string | undefined, file: string) {
  const context = await anotherContext(browser, { baseURL });
  await signIn(await context.newPage());
  await context.storageState({ path: file });
  await context.close();
}
