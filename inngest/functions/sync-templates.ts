import { mintAccountId } from "@/lib/accounts/account-id";
import {
  refreshTemplatesInTurn,
  requestAllTemplates,
  requestPausedTemplates,
} from "@/lib/engine/refresh-templates";
import { inngest } from "../client";
import { templatesRequested } from "../events";

/** Reads the HSM templates of one inbox, a few inboxes at a time so that one provider is not flooded. */
export const syncTemplates = inngest.createFunction(
  { id: "sync-templates", triggers: templatesRequested, retries: 4, concurrency: 5 },
  ({ event: { data }, step }) =>
    step.run("sync", () =>
      refreshTemplatesInTurn(mintAccountId(data.accountId), { inboxId: data.inboxId, now: new Date() }),
    ),
);

/** Meta pauses, reclassifies and deletes templates without asking: all inboxes are looked at once a day. */
export const syncTemplatesDaily = inngest.createFunction(
  { id: "sync-templates-daily", triggers: { cron: "41 4 * * *" }, retries: 3 },
  ({ step }) => step.run("request", () => requestAllTemplates(new Date())),
);

/** A paused template comes back by itself after a few hours; the notice of it may get lost. */
export const syncTemplatesPaused = inngest.createFunction(
  { id: "sync-templates-paused", triggers: { cron: "11 * * * *" }, retries: 3 },
  ({ step }) => step.run("request", () => requestPausedTemplates(new Date())),
);
