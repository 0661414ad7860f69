import * as z from "zod";
import type { ZoneSource } from "@/lib/core/effective-zone";
import type { Because } from "@/lib/core/facts";
import type { EndReason, RecordKind } from "@/lib/core/model";
import type { PreviewSend } from "@/lib/core/preview";
import type { Simulation } from "@/lib/core/simulation-tally";

/** Whom to simulate, as the address says it. */
export const populationSchema = z.discriminatedUnion("population", [
  /** The contacts that enrolling now would take. */
  z.object({ population: z.literal("contacts"), search: z.string().trim().max(200).default("") }),
  /** Who was enrolled in the sequence within the last 30 days, at the same pace. */
  z.object({ population: z.literal("recent") }),
]);
export type Population = z.infer<typeof populationSchema>;

/** What came of it. Instants are ISO text, days those of the account's zone. */
export type SimulationResult = Omit<Simulation, "firstSendAt" | "lastSendAt"> & {
  firstSendAt: string | null;
  lastSendAt: string | null;
  inboxes: { id: string; name: string }[];
  /** Contacts that enrolling would refuse, or that run already; most first. */
  notEnrolled: { code: string; people: number }[];
  /** The population has more people than are simulated. */
  isCut: boolean;
  /** Runs of other sequences that were taken along. */
  others: number;
  areOthersCut: boolean;
  timeZone: string;
  tookMs: number;
};

/** One line of the answer. */
export type SimulationEvent =
  | { kind: "progress"; stage: "loading" | "simulating"; done: number; total: number }
  | { kind: "result"; result: SimulationResult }
  | { kind: "refused"; message: string };

/** What the saved draft would do for one contact. Instants are ISO text. */
export type ContactPreview = {
  contact: { id: string; name: string };
  draftRevision: number;
  steps: PreviewLine[];
  end: { at: string; reason: EndReason; because: Because } | null;
  /** What it comes to wait for, when no end can be foreseen. */
  waitsFor: Because | null;
  /** It belongs to the share that gets nothing. */
  isHoldout: boolean;
  /** The contact has no such record: one was made up to look ahead with. */
  standsIn: RecordKind | null;
};

export type PreviewLine = {
  stepId: string;
  kind: "send" | "skip" | "fail";
  at: string;
  zone: string;
  zoneFrom: ZoneSource;
  because: Because;
  /** What moved it away from the end of its wait, in the order of time. */
  deferredBy: Because[];
  send: (Omit<PreviewSend, "inboxId"> & { inbox: string }) | null;
};
