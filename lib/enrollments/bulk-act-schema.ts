import * as z from "zod";
import { accountInput } from "@/lib/action-input";
import type { ActPreview } from "./preview-act";
import { type AskedAct, type EnrollmentFilter, enrollmentFilterSchema, previewActSchema } from "./schema";

/** What is done to a run; instants come as text. */
export const runActSchema = previewActSchema.shape.act;

/**
 * An act on all runs that a filter matches, to be looked at first (`previewBulkActAction`) and to be started
 * (`startBulkActAction`). The order of the list has no say in it.
 */
export const bulkActSchema = accountInput.extend({
  act: runActSchema,
  filter: enrollmentFilterSchema,
});
/** One that was started: `cancelBulkActAction`, `undoBulkActAction`. */
export const bulkActRefSchema = accountInput.extend({ bulkActId: z.uuid() });

/** Why an act leaves a run alone: it is over, stands so already, is paused, has no step left, or no such step. */
export const LEFT_ALONE = ["ended", "already", "paused", "no_step_left", "step_gone"] as const;
export type LeftAlone = (typeof LEFT_ALONE)[number];

/** As many may be under way in an account; one more is refused. */
export const MAX_AT_ONCE = 2;

export type BulkActPreview = {
  /** Runs that match, counted up to a limit. */
  total: number;
  /** There are more than were counted, and the other numbers are of those that were. */
  isOver: boolean;
  /** Those that the act would change, and the others by the reason. */
  changed: number;
  leftAlone: Partial<Record<LeftAlone, number>>;
  /** Some of those that it would change, newest first, with their next moment before and after. */
  sample: ActPreview;
};

export type BulkActStatus =
  | "waiting"
  | "running"
  | "done"
  | "canceled"
  | "failed"
  | "undoing"
  | "undone"
  | "undo_canceled";

/** How far an act on many has come: rows of `GET enrollments/bulk-acts`, newest first, those of the last day. */
export type BulkActProgress = {
  id: string;
  act: AskedAct;
  filter: EnrollmentFilter;
  status: BulkActStatus;
  /** Runs that matched when it began, and those that were looked at and changed since. */
  total: number;
  seen: number;
  changed: number;
  /** When it is taken back: runs that stand as before again, and those that went on by themselves meanwhile. */
  restored: number;
  kept: number;
  /** A key of the errors, where it failed. */
  error: string | null;
  actorName: string | null;
  createdAt: string;
  finishedAt: string | null;
  isUndoable: boolean;
};
