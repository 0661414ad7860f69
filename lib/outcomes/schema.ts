import * as z from "zod";
import { accountInput } from "@/lib/action-input";
import type { Channel } from "@/lib/core/model";

export const OUTCOME_SOURCES = ["sequence", "hand"] as const;
export type OutcomeSource = (typeof OUTCOME_SOURCES)[number];

export type OutcomeShown = {
  source: OutcomeSource;
  id: string;
  /** `unknown`: nobody knows whether it arrived; `refused`: it did not, and a person has to judge why. */
  is: "unknown" | "refused";
  contact: { id: string; name: string };
  conversationId: string | null;
  channel: Channel;
  inbox: string;
  /** Of a sequence. */
  sequence: { id: string; name: string } | null;
  text: string;
  /** When it was given to the provider; ISO. */
  at: string;
  /** The provider's code and words. */
  code: string | null;
  detail: string | null;
};

export type OutcomeList = {
  outcomes: OutcomeShown[];
  /** Unknown, but not for so long that a person should look: the provider may still tell. */
  waiting: number;
  afterHours: number;
};

const outcomeRef = z.object({ source: z.enum(OUTCOME_SOURCES), id: z.uuid() });
export type OutcomeRef = z.infer<typeof outcomeRef>;

export const settleSchema = accountInput.extend({
  outcomes: z.array(outcomeRef).min(1).max(200),
  as: z.enum(["arrived", "left"]),
});
export const sendAgainSchema = accountInput.extend({
  ...outcomeRef.shape,
  /** The person has read that the contact opted out here, and writes nevertheless. */
  isConfirmed: z.boolean().optional(),
});
