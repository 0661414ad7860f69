import type { Named, Trouble, TroubleKind } from "@/lib/troubles/schema";
import type { TroubleRights } from "./rights";
import type { RepairAct } from "./use-repair";

/** What a machine can do about each, if the person may have it done. */
const ACTS: Partial<Record<TroubleKind, { acts: readonly RepairAct[]; right: keyof TroubleRights }>> = {
  runs_overdue: { acts: ["look"], right: "runs" },
  runs_unwoken: { acts: ["look"], right: "runs" },
  sends_unfinished: { acts: ["look"], right: "runs" },
  inboxes_paused: { acts: ["resume"], right: "inboxes" },
  steps_blocked: { acts: ["lift"], right: "steps" },
  drafts_expiring: { acts: ["remind", "extend"], right: "drafts" },
  deliveries_failing: { acts: ["take_in"], right: "inboxes" },
};

export function actsOf({ kind, repairable }: Trouble, rights: TroubleRights): readonly RepairAct[] {
  const known = ACTS[kind];
  return known && repairable > 0 && rights[known.right] ? known.acts : [];
}

type TroublePlace = { href: string; open: "runs" | "outcomes" | "drafts" | "log" };

/** The list of what it is about; null where what it is about is named, or where there is none. */
export function placeOf(
  account: string,
  { kind, runIds }: Trouble,
  { rights, today }: { rights: TroubleRights; today: string },
): TroublePlace | null {
  const runs = `/${account}/enrollments`;
  switch (kind) {
    case "runs_overdue":
      return { href: `${runs}?status=live&sort=next&nextTo=${today}`, open: "runs" };
    case "runs_unwoken":
    case "sends_unfinished":
      return runIds.length > 0 ? { href: `${runs}?ids=${runIds.join(",")}`, open: "runs" } : null;
    case "outcomes_unknown":
    case "sends_refused":
      return rights.outcomes ? { href: `/${account}/outcomes`, open: "outcomes" } : null;
    case "drafts_expiring":
      return rights.drafts ? { href: `/${account}/approvals?who=all`, open: "drafts" } : null;
    case "webhooks_failing":
      return { href: `/${account}/automation/log?status=failed`, open: "log" };
    default:
      return null;
  }
}

/** Where what is named is mended. */
export function namedHref(account: string, kind: TroubleKind, { id, of }: Named, rights: TroubleRights) {
  if (of === "inbox") return rights.inboxes ? `/${account}/settings/inboxes/${id}` : null;
  if (of === "rule") return `/${account}/automation/rules/${id}`;
  const isTrigger = kind === "triggers_broken" || kind === "triggers_silent";
  return `/${account}/sequences/${id}${isTrigger ? "?part=enters" : ""}`;
}

/** What stands still is graver than what may. */
export const isGrave = (kind: TroubleKind): boolean => !MILD.has(kind);
const MILD: ReadonlySet<TroubleKind> = new Set([
  "drafts_expiring",
  "triggers_silent",
  "webhooks_failing",
  "mails_waiting",
  "inboxes_silent",
  "templates_unusable",
]);
