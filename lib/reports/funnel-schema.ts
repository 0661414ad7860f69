import * as z from "zod";
import type { SendCounts } from "@/lib/core/metrics";
import type { Channel, EndReason, SequenceStatus, Step } from "@/lib/core/model";
import { sendFilterSchema } from "@/lib/sends/schema";

/** Whose funnel: runs of a sequence that began in a period, and what they were sent since. All of it is in the address. */
export const funnelFilterSchema = sendFilterSchema
  .pick({ from: true, to: true, version: true, segment: true, assignee: true, entry: true })
  .extend({ sequence: z.uuid() });
export type FunnelFilter = z.infer<typeof funnelFilterSchema>;

/** Sends of runs that began in the period, until now: `/sends?by=enrolled&fact=…` lists each. */
export type FunnelCounts = SendCounts & {
  /** Attempted or skipped: the step came up and something became of it. A run moved back may reach it twice. */
  reached: number;
};

export type FunnelExit = { reason: EndReason; runs: number };

export type FunnelStep = FunnelCounts & {
  /** Stays the same from version to version. */
  stepId: string;
  /** Its place in the version that was asked for, else in the newest; null where it is only in older ones. */
  number: number | null;
  /** Of the newest version that has it; null where none has. Its name is what somebody called it. */
  channel: Step["channel"] | null;
  name: string | null;
  text: string | null;
  /** Runs that stand at it now: `/enrollments?step=…&status=…`. */
  active: number;
  paused: number;
  /** Runs that ended here, the most frequent reason first: `/enrollments?step=…&status=ended&reason=…`. */
  exits: FunnelExit[];
  /** Only of a step that has or had several; null is what it said before. "A" is the step's own text. */
  variants: (FunnelCounts & { variantId: string | null; letter: string | null })[];
  /** By the channel that was chosen. */
  channels: (FunnelCounts & { channel: Channel | null })[];
};

export type FunnelVersion = { id: string; number: number; began: number; live: number; converted: number };

export type Funnel = {
  sequence: { id: string; name: string; status: SequenceStatus };
  zone: string;
  /** When it was looked who is in the filter's segment; null without one, and where that was asked now. */
  membersAt: string | null;
  from: string | null;
  to: string | null;
  /** Runs that began in the period, without those that were held out. */
  began: number;
  active: number;
  paused: number;
  ended: number;
  /** Runs that began and get nothing, so that the others can be compared with them. */
  holdouts: { began: number; converted: number };
  converted: number;
  /** Of it, before anything was sent. */
  convertedBefore: number;
  steps: FunnelStep[];
  /** Runs with no step left: those that are live still, and how the others ended. */
  after: { active: number; paused: number; exits: FunnelExit[] };
  /** Every exit, wherever it happened. */
  exits: FunnelExit[];
  /** The newest first; only those that had runs in the period, or are the one that was asked for. */
  versions: FunnelVersion[];
};
