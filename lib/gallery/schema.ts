import * as z from "zod";
import type { Channel, SequenceDraft, Step, Target, Wait } from "@/lib/core/model";
import { LOCALES, type Locale } from "@/lib/locale";

/** What a ready-made sequence is for; the gallery is ordered by it. */
export const PURPOSES = ["conversations", "sales", "payments", "appointments", "customers"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** A whole sequence to start from, written once in every language. */
export type ReadyMade = {
  /** Stands in the address of the gallery. */
  id: string;
  purpose: Purpose;
  target: Target;
  /** In which hours it writes: the account's, or of those only Monday to Friday from 9 to 18. */
  hours: "account" | "weekdays";
  words: Record<Locale, ReadyMadeWords>;
  steps: ReadyMadeStep[];
} & Partial<Pick<SequenceDraft, "exitRules" | "goal" | "triggers" | "reenrollment">>;

export type ReadyMadeWords = {
  name: string;
  /** What it does and why it works. */
  about: string;
  /** For whom and from which moment. */
  when: string;
};

export type ReadyMadeStep = {
  wait: Wait;
  channel: Step["channel"];
  /** What it does while WhatsApp's window is closed; approved templates are an account's own, so none is named. */
  windowClosed?: "other_channel" | "skip";
  skipRules?: Step["skipRules"];
  texts: Record<Locale, { text: string; subject?: string }>;
};

/** A ready-made sequence as the gallery shows it: its messages filled in as somebody would get them. */
export type GalleryEntry = {
  id: string;
  purpose: Purpose;
  target: Target;
  goal: string | null;
  hours: ReadyMade["hours"];
  channels: Step["channel"][];
  languages: Record<Locale, ReadyMadeWords & { messages: GalleryMessage[] }>;
};

export type GalleryMessage = {
  wait: Wait;
  channel: Step["channel"];
  /** The channel whose look the preview gives it. */
  looksLike: Channel;
  subject: string | null;
  text: string;
};

export const startShape = { readyMadeId: z.string().max(80), locale: z.enum(LOCALES) };
