import * as z from "zod";
import { accountInput } from "@/lib/action-input";
import type { AlertKind } from "@/lib/core/model-inboxes";

export type AlertData = Record<string, string | number | boolean | null>;

export type AlertShown = {
  id: string;
  kind: AlertKind;
  inboxId: string | null;
  sequenceId: string | null;
  stepId: string | null;
  data: AlertData;
  /** ISO. */
  at: string;
  count: number;
  isBad: boolean;
};

/** What stops sends stands above what is only to be known. */
const BAD: readonly AlertKind[] = ["inbox_paused", "inbox_disconnected", "step_blocked", "sends_refused"];
export const isBad = (kind: AlertKind, data: AlertData): boolean =>
  BAD.includes(kind) || (kind === "inbox_quality" && data.is === "red");

/** These are over when what they are about is; the others when somebody has read them. */
const LASTING: readonly AlertKind[] = ["inbox_paused", "step_blocked", "outcomes_unknown", "sends_refused"];
export const isDismissible = (kind: AlertKind): boolean => !LASTING.includes(kind);

export const alertIdSchema = accountInput.extend({ id: z.uuid() });
