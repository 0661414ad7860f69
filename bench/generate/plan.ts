import type { Channel } from "@/lib/core/model";
import type { TriggerEvent } from "@/lib/core/model-rules";

/** Days until it, the minute of the day (null: as late as the step before), and what it is sent by. */
export type PlannedStep = {
  days: number;
  at: string | null;
  channel: Channel | "automatic";
  /** So many texts are tried against each other. */
  variants?: 2 | 3;
  mode?: "ai_assisted" | "ai_full";
};

export type PlannedSequence = {
  name: string;
  tags: string[];
  /** Its share of the enrollments while it lives. */
  weight: number;
  /** Days before the end on which its versions were published, oldest first. */
  versions: number[];
  /** Days before the end on which it was archived. */
  archived?: number;
  isPaused?: boolean;
  trigger?: TriggerEvent;
  goal: boolean;
  holdoutPercent?: number;
  /** Runs that get a reply, in percent. */
  replies: number;
  replyDoes?: "pause";
  /** About a conversation instead of a contact. */
  isOfThread?: boolean;
  steps: PlannedStep[];
};

const wa = (days: number, at: string | null = null, more: Partial<PlannedStep> = {}): PlannedStep => ({
  ...{ days, at, channel: "automatic" },
  ...more,
});
const mail = (days: number, at: string | null = "09:00"): PlannedStep => ({ days, at, channel: "email" });
const sms = (days: number, at: string | null = "11:30"): PlannedStep => ({ days, at, channel: "sms" });

/** What the generated account sends: twenty sequences of three to six steps, of every kind that reports tell apart. */
export const SEQUENCES: PlannedSequence[] = [
  {
    ...{ name: "Unanswered conversation", tags: ["sales"], weight: 16, versions: [400, 210, 60] },
    ...{ trigger: "conversation.idle", goal: false, replies: 19, isOfThread: true },
    steps: [wa(0, null, { variants: 2 }), wa(2), wa(7, "10:00"), wa(21)],
  },
  {
    ...{ name: "New lead", tags: ["sales"], weight: 13, versions: [400, 150] },
    ...{ trigger: "deal.created", goal: true, holdoutPercent: 10, replies: 17 },
    steps: [wa(0), wa(2, "10:00", { variants: 3 }), mail(6), wa(14, "16:00"), wa(30)],
  },
  {
    ...{ name: "Quote without an answer", tags: ["sales"], weight: 9, versions: [400, 300, 90] },
    ...{ trigger: "deal.stalled", goal: true, replies: 15 },
    steps: [wa(0), mail(3), wa(7, "10:30", { mode: "ai_assisted" }), wa(25), wa(60)],
  },
  {
    ...{ name: "Payment reminder", tags: ["billing"], weight: 11, versions: [400, 120] },
    ...{ trigger: "charge.due_soon", goal: true, holdoutPercent: 20, replies: 9 },
    steps: [wa(0, null, { variants: 2 }), sms(3), wa(7, "10:00"), mail(25)],
  },
  {
    ...{ name: "Overdue invoice", tags: ["billing"], weight: 7, versions: [400] },
    ...{ trigger: "charge.overdue", goal: true, replies: 12 },
    steps: [mail(0, null), wa(4, "10:00"), sms(10), wa(20), mail(45)],
  },
  {
    ...{ name: "Abandoned cart", tags: ["shop"], weight: 10, versions: [380, 200, 30] },
    ...{ goal: true, holdoutPercent: 25, replies: 8 },
    steps: [wa(0), wa(1, "18:30", { variants: 2 }), mail(3)],
  },
  {
    ...{ name: "Welcome", tags: ["onboarding"], weight: 9, versions: [400, 180] },
    ...{ trigger: "contact.created", goal: false, replies: 10 },
    steps: [wa(0), mail(2), wa(5, "11:00"), mail(20), wa(45)],
  },
  {
    ...{ name: "Appointment no-show", tags: ["clinic"], weight: 4, versions: [360] },
    ...{ trigger: "appointment.no_show", goal: true, replies: 22 },
    steps: [wa(0), wa(1), sms(4)],
  },
  {
    ...{ name: "After the visit", tags: ["clinic"], weight: 4, versions: [350, 100] },
    ...{ trigger: "appointment.completed", goal: false, replies: 14 },
    steps: [wa(1, "10:00"), mail(7), wa(30, "10:00"), wa(60)],
  },
  {
    ...{ name: "Win back", tags: ["sales"], weight: 6, versions: [330, 160] },
    ...{ goal: true, holdoutPercent: 10, replies: 7 },
    steps: [mail(0, null), wa(5, "14:00", { mode: "ai_full" }), mail(15), wa(30), mail(60)],
  },
  {
    ...{ name: "Trial ending", tags: ["saas"], weight: 5, versions: [300, 140, 20] },
    ...{ trigger: "custom", goal: true, replies: 11 },
    steps: [mail(0, null), mail(2, "15:00"), wa(4), mail(7)],
  },
  {
    ...{ name: "Renewal", tags: ["saas"], weight: 5, versions: [290] },
    ...{ goal: true, replies: 13, replyDoes: "pause" },
    steps: [mail(0, null), wa(10, "10:00"), mail(20), wa(25, "10:00"), sms(28)],
  },
  {
    ...{ name: "Lost deal, half a year later", tags: ["sales"], weight: 4, versions: [280] },
    ...{ trigger: "deal.lost", goal: true, replies: 6 },
    steps: [mail(30), wa(60, "11:00"), mail(90)],
  },
  {
    ...{ name: "Event invitation", tags: ["marketing"], weight: 6, versions: [260, 80] },
    ...{ goal: false, replies: 9 },
    steps: [mail(0, null), sms(3), mail(6, "17:00")],
  },
  {
    ...{ name: "Feedback after delivery", tags: ["shop"], weight: 6, versions: [240, 70] },
    ...{ goal: false, replies: 16 },
    steps: [wa(2, "12:00", { variants: 2 }), wa(9), mail(30)],
  },
  {
    ...{ name: "Document request", tags: ["operations"], weight: 3, versions: [200] },
    ...{ trigger: "deal.stage_changed", goal: false, replies: 26 },
    steps: [wa(0), wa(2), mail(5), wa(9, "10:00"), sms(15)],
  },
  {
    ...{ name: "Referral", tags: ["marketing"], weight: 3, versions: [170], isPaused: true },
    ...{ goal: true, replies: 8 },
    steps: [wa(0), mail(14), wa(40)],
  },
  {
    ...{ name: "Black Friday", tags: ["marketing"], weight: 8, versions: [399, 370], archived: 330 },
    ...{ goal: true, replies: 8 },
    steps: [mail(0, null), wa(2, "09:30", { variants: 2 }), sms(4), mail(5)],
  },
  {
    ...{ name: "Price change", tags: ["billing"], weight: 4, versions: [310], archived: 220 },
    ...{ goal: false, replies: 12 },
    steps: [mail(0, null), mail(10), wa(20, "10:00")],
  },
  {
    ...{ name: "Summer campaign", tags: ["marketing"], weight: 7, versions: [150, 130], archived: 75 },
    ...{ goal: true, replies: 9 },
    steps: [wa(0), mail(3), wa(8, "18:00"), mail(20)],
  },
];

/** How far the past goes back. */
export const DAYS = 400;
export const ZONE = "America/Sao_Paulo";
export const GOAL = "charge.paid";
/** Of the triggers that listen to an event of the account's own. */
export const CUSTOM_EVENT = "trial_ending";

export const INBOXES: { name: string; channel: Channel }[] = [
  { name: "Sales", channel: "whatsapp" },
  { name: "Support", channel: "whatsapp" },
  { name: "Clinic", channel: "whatsapp" },
  { name: "Shop", channel: "whatsapp" },
  { name: "hello@", channel: "email" },
  { name: "billing@", channel: "email" },
  { name: "Short code", channel: "sms" },
  { name: "Long number", channel: "sms" },
];

export const MEMBERS = 25;
