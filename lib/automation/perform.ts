import { type SqlTx, withAccountSql } from "@/db/client";
import type { ActionResult } from "@/db/schema/automation";
import type { AccountId } from "@/lib/accounts/account-id";
import type { RuleAction } from "@/lib/core/model-rules";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { type About, loadAbout, type RunSubject } from "./about";
import { type Act, type Acting, failed, nothing, type Outcome } from "./acting";
import { movingDeal } from "./acts/deal";
import { assigning, tagging, untagging } from "./acts/people";
import { enrolling, pausing, stopping } from "./acts/runs";
import { resolving, sending, snoozing } from "./acts/threads";
import { callingWebhook } from "./acts/webhook";
import type { Foreseen } from "./schema";

type Asked = Omit<Acting, "about">;

/** How often an action is tried where the database, not a rule of the product, stood in its way. */
const MOST_TRIES = 3;

/** What each of these actions would do now. Nothing is changed and nothing is called. */
export async function foreseeActions(
  actions: readonly RuleAction[],
  asked: Omit<Asked, "runId" | "index" | "at">,
): Promise<Foreseen[]> {
  const about = await readAbout(asked.accountId, asked.subject);
  const found: Foreseen[] = [];
  for (const [index, action] of actions.entries()) {
    const acting = about && { ...asked, about, index, runId: "", at: asked.now };
    found.push({
      do: action.do,
      ...(acting ? await actOf(action).foresee(acting) : nothing("contact_gone")),
    });
  }
  return found;
}

/** Carries out one action and says what came of it. What the product refuses is `failed` with its reason. */
export async function performAction(action: RuleAction, asked: Asked): Promise<ActionResult> {
  for (let tries = 1; ; tries++) {
    try {
      return { do: action.do, ...(await performOnce(action, asked)) };
    } catch (error) {
      if (error instanceof AppError) return { do: action.do, ...failed(error.message, error.data) };
      if (tries < MOST_TRIES) continue;
      log.error({ err: error, runId: asked.runId, index: asked.index }, "An action failed unexpectedly.");
      return { do: action.do, ...failed("unexpected") };
    }
  }
}

async function performOnce(action: RuleAction, asked: Asked): Promise<Outcome> {
  const about = await readAbout(asked.accountId, asked.subject);
  if (!about) return nothing("contact_gone");
  const act = actOf(action);
  const acting = { ...asked, about };
  const outlook = await act.foresee(acting);
  if (outlook.outcome !== "ready") return { ...outlook, outcome: outlook.outcome };
  return act.perform(acting, outlook.data);
}

const readAbout = (accountId: AccountId, subject: RunSubject): Promise<About | null> =>
  withAccountSql(accountId, (tx: SqlTx) => loadAbout(tx, subject));

function actOf(action: RuleAction): Act {
  switch (action.do) {
    case "enroll":
      return enrolling(action);
    case "stop":
      return stopping(action);
    case "pause":
      return pausing(action);
    case "assign":
      return assigning(action.userId);
    case "add_tag":
      return tagging(action.tag);
    case "remove_tag":
      return untagging(action.tag);
    case "send_message":
      return sending(action.text);
    case "resolve":
      return resolving;
    case "snooze":
      return snoozing(action.hours);
    case "move_deal":
      return movingDeal(action.stageId);
    case "call_webhook":
      return callingWebhook(action.url);
  }
}
