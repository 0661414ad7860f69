import type { Figures } from "../bench";
import { LOGIN } from "../generate/account";
import { percentile } from "../numbers";
import { startWeb } from "../web";
import { dayAgo, type Known, pick } from "./cases";

const WARM_UPS = 5;

/** Pages of the built web server as a browser gets them, to the last byte of the HTML, signed in. */
export async function measurePages(databaseUrl: string, known: Known, runs: number): Promise<Figures> {
  const web = await startWeb(databaseUrl);
  try {
    const cookie = await signIn(web.url);
    const figures: Figures = {};
    for (const [name, path] of Object.entries(pathsOf(known))) {
      const times: number[] = [];
      for (let nth = 0; nth < runs + WARM_UPS; nth++) {
        const from = performance.now();
        const response = await fetch(`${web.url}/${known.slug}${path(nth)}`, {
          headers: { cookie },
          redirect: "manual",
        });
        await response.text();
        if (response.status !== 200) throw new Error(`${path(nth)} answered ${response.status}.`);
        if (nth >= WARM_UPS) times.push(performance.now() - from);
      }
      figures[`reportsPage${name}P50Ms`] = percentile(times, 0.5);
      figures[`reportsPage${name}P95Ms`] = percentile(times, 0.95);
    }
    return figures;
  } finally {
    await web.stop();
  }
}

function pathsOf({ sequences, assignees, runs, now }: Known): Record<string, (nth: number) => string> {
  const sequence = (nth: number) => pick(sequences, nth).id;
  const filters: ((nth: number) => string)[] = [
    () => "",
    () => "?status=live",
    (nth) => `?sequence=${sequence(nth)}`,
    (nth) => `?assignee=${pick(assignees, nth)}&status=ended`,
    (nth) => `?sequence=${sequence(nth)}&reason=replied`,
    () => "?tag=vip",
    () => `?from=${dayAgo(now, 60)}&to=${dayAgo(now, 30)}&channel=whatsapp`,
    () => "?search=Souza",
  ];
  return {
    Browser: (nth) => `/enrollments${pick(filters, nth)(nth)}`,
    Timeline: (nth) => `/enrollments/${pick(runs, nth)}`,
    Reports: (nth) => `/reports?days=${pick(["30", "365"], nth)}`,
    Funnel: (nth) => `/sequences/${sequence(nth)}/funnel`,
    Overview: () => "/overview",
  };
}

async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify(LOGIN),
  });
  if (!response.ok) throw new Error(`Signing in answered ${response.status}.`);
  return response.headers
    .getSetCookie()
    .map((one) => one.split(";")[0] ?? "")
    .join("; ");
}
