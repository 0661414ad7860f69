import * as z from "zod";
import { MOVE_ACTS } from "./move-acts";

/** What becomes of everybody who stands at one step of one version; `stepId` null is past the last step. */
const moveChoiceSchema = z.object({
  versionId: z.uuid(),
  stepId: z.uuid().nullable(),
  act: z.enum(MOVE_ACTS),
  /** Where they go on in the new version instead of the matching step; only with `move`. */
  toStepId: z.uuid().optional(),
});
export type MoveChoice = z.infer<typeof moveChoiceSchema>;

export const publishShape = {
  sequenceId: z.uuid(),
  draftRevision: z.number().int().min(0),
  note: z.string().trim().max(500),
  /** Of the people in flight; whoever is in none finishes on the version that they are on. */
  choices: z.array(moveChoiceSchema).max(2_000).default([]),
};

export const moveIdShape = { moveId: z.uuid() };

/** Everybody in flight who stands at one step of one version. */
export type Group = {
  versionId: string;
  versionNumber: number;
  stepId: string | null;
  /** From 1; null past the last step. */
  stepNumber: number | null;
  stepName: string | null;
  count: number;
  /** Of them, how many are paused. */
  paused: number;
  /** Where the matching step of the draft is; null when none is left. */
  matchingStepId: string | null;
  /** Whether they can be moved at all: a version for other records does not fit them. */
  canMove: boolean;
};

/** As it was saved at `draftRevision`. */
export type Impact = { draftRevision: number; groups: Group[] };

/** The next date of some of a group, now and after a move. Instants are ISO text; null: nothing more is sent. */
export type MoveDates = {
  /** How many of the group were looked at. */
  sampled: number;
  people: { name: string; before: string | null; after: string | null }[];
  zone: string;
};

/** Of a query: the group, and where it would go on. */
export const moveDatesSchema = z.object({
  sequenceId: z.uuid(),
  versionId: z.uuid(),
  stepId: z.uuid().nullable(),
  toStepId: z.uuid().optional(),
});

export type MoveState = {
  id: string;
  versionNumber: number;
  status: "waiting" | "running" | "done" | "canceled";
  startsAt: string;
  total: number;
  moved: number;
  exited: number;
  passedOver: number;
  by: string | null;
};
