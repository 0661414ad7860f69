import type { Facts } from "@/lib/core/facts";
import type { EndReason, EnrollmentStatus } from "@/lib/core/model";

/** The enrollment as stored, read under its row lock. */
export type RunRow = {
  id: string;
  sequence_id: string;
  version_id: string;
  contact_id: string;
  conversation_id: string | null;
  record_id: string | null;
  is_holdout: boolean;
  status: EnrollmentStatus;
  end_reason: EndReason | null;
  epoch: number;
  driver: number;
  step_id: string | null;
  step_epoch: number;
  wait_from_at: Date;
  due_at_override: Date | null;
  paused_until: Date | null;
  next_action_at: Date | null;
  next_because: string | null;
  last_sent_at: Date | null;
  assignee_id: string | null;
  enrolled_at: Date;
  replies_from: Date | null;
  queued_inbox_id: string | null;
  queued_at: Date | null;
  ticket_at: Date | null;
};

/** A locked run and what `decide` may know of it. */
export type Run = { row: RunRow; facts: Facts };

/** What the durable loop does next. Ids and kinds only: the durable engine keeps it. */
export type Turn = { kind: "wait"; until: string } | { kind: "end"; reason: string };
