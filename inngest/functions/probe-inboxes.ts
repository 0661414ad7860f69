import { mintAccountId } from "@/lib/accounts/account-id";
import { lookAfterSends, requestAllHealth } from "@/lib/engine/look-after";
import { continueProbing, probeInbox, readHealth } from "@/lib/engine/probe-inbox";
import { inngest } from "../client";
import { healthRequested, inboxPaused } from "../events";

/** Replaying a run costs more with each turn, so a long pause goes on in a fresh run. */
const MAX_TURNS = 12;

/** Asks the provider of a paused inbox, again and again and each time later, until it goes on. */
export const probeInboxes = inngest.createFunction(
  { id: "probe-inbox", triggers: inboxPaused, retries: 10 },
  async ({ event, step }) => {
    const paused = { ...event.data, accountId: mintAccountId(event.data.accountId) };
    let at = paused.probeAt;
    for (let turn = 0; turn < MAX_TURNS; turn++) {
      await step.sleepUntil(`until-${turn}`, at);
      const next = await step.run(`probe-${turn}`, () => probeInbox(paused));
      if (next.kind === "over") return next;
      at = next.at;
    }
    return step.run("continue", () => continueProbing(paused, at));
  },
);

/** A few at a time, so that one provider is not flooded. */
export const readInboxHealth = inngest.createFunction(
  { id: "read-health", triggers: healthRequested, retries: 3, concurrency: 5 },
  ({ event: { data }, step }) =>
    step.run("read", () =>
      readHealth(mintAccountId(data.accountId), { inboxId: data.inboxId, now: new Date() }),
    ),
);

export const readHealthDaily = inngest.createFunction(
  { id: "read-health-daily", triggers: { cron: "23 5 * * *" }, retries: 3 },
  ({ step }) => step.run("request", () => requestAllHealth(new Date())),
);

/** Finds sends that nobody has settled for too long, and probes that were lost. */
export const watchSends = inngest.createFunction(
  { id: "watch-sends", triggers: { cron: "*/10 * * * *" }, retries: 1, concurrency: 1 },
  ({ step }) => step.run("look", () => lookAfterSends(new Date())),
);
