import type { Page, Request } from "@playwright/test";

/** A machine may be many times slower than the one on which a test was written; who waits for nothing goes on at once. */
const LONGEST_MS = 30_000;

const asked = new WeakMap<Page, Set<object>>();

/**
 * Has a page used as a patient person would: what was pressed before is answered before the page is left, and the page
 * that opens is used once it can answer. A press that comes earlier is lost, a request under way would be cut off.
 */
export function patient(page: Page): Page {
  const open = new Set<object>();
  asked.set(page, open);
  page.on("request", (request) => (request.method() !== "GET" || isScreen(request)) && open.add(request));
  // A stream of another kind may go on behind the answer.
  page.on("response", (response) => !isScreen(response.request()) && open.delete(response.request()));
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (...address) => {
    await answered(page);
    const response = await goto(...address);
    await untilUsable(page);
    return response;
  };
  page.reload = async (...options) => {
    await answered(page);
    const response = await reload(...options);
    await untilUsable(page);
    return response;
  };
  return page;
}

/** What the router draws a screen from, asked for by a press and not ahead: cut off, it loads that address anew. */
function isScreen(request: Request): boolean {
  const { rsc, "next-action": action, "next-router-prefetch": ahead } = request.headers();
  return action !== undefined || (rsc !== undefined && ahead === undefined);
}

/** Nothing that was sent by the page waits for its answer. */
async function answered(page: Page): Promise<void> {
  const end = Date.now() + LONGEST_MS;
  while (asked.get(page)?.size && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** React has taken over every control that the server has drawn, and what follows from that has happened. */
async function untilUsable(page: Page): Promise<void> {
  const isUsable = () => {
    if (!("__next_f" in window)) return true;
    const controls = [...document.querySelectorAll("body :is(a[href], button, input, select, textarea)")];
    const isTaken = (control: Element) => Object.keys(control).some((key) => key.startsWith("__reactProps$"));
    return controls.length > 0 && controls.every(isTaken);
  };
  await page.waitForFunction(isUsable, undefined, { timeout: LONGEST_MS });
  const idle = () => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 1_000 }));
  // A page may lead on at once.
  await page.evaluate(idle).catch(() => {});
}

/** Nothing more is loaded; a screen that asks for news again and again may never be quite still on a slow machine. */
export const untilQuiet = (page: Page): Promise<void> =>
  page.waitForLoadState("networkidle", { timeout: 15_000 }).catch(() => {});
