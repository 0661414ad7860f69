import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What axe finds, each with the first element that it is about. */
export async function findingsOn(page: Page, place: string): Promise<string[]> {
  // A notice may come or go while axe looks: without motion it is there or not.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await whenSettled(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${place}: ${id} ${nodes[0]?.html}`);
}

/** What fades in or out has half its colour meanwhile. */
const whenSettled = (page: Page) =>
  page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });

/** The same in both themes, on the page as it stands. */
export async function findingsInBothThemes(page: Page, place: string): Promise<string[]> {
  const findings: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    findings.push(...(await findingsOn(page, `${place}, ${colorScheme}`)));
  }
  return findings;
}
