import { listEnrollments } from "@/lib/enrollments/data";
import { countEnrollments } from "@/lib/enrollments/read-count";
import {
  type EnrollmentFilter,
  type EnrollmentPlace,
  enrollmentFilterSchema,
} from "@/lib/enrollments/schema";
import { type Case, dayAgo, type Known, pick } from "./cases";

type Filter = { [name in keyof EnrollmentFilter]?: unknown };

/** Every part of the browser's filter alone and in the combinations that people use: first page and count. */
export function browserCases(known: Known): Case[] {
  const { accountId, sequences, assignees, now, runs } = known;
  const named = runs.slice(0, 1_000);
  const sequence = (nth: number) => pick(sequences, nth).id;
  const step = (nth: number) => pick(pick(sequences, nth).stepIds, nth);
  const assignee = (nth: number) => pick(assignees, nth);
  const day = (days: number) => dayAgo(now, days);
  const channel = (nth: number) => pick(["whatsapp", "email", "sms"], nth);
  const filters: Record<string, (nth: number) => Filter> = {
    everything: () => ({}),
    "status live": () => ({ status: "live" }),
    "status active": () => ({ status: "active" }),
    "status paused": () => ({ status: "paused" }),
    "status ended": () => ({ status: "ended" }),
    reason: (nth) => ({ reason: pick(REASONS, nth) }),
    "a rare reason": () => ({ reason: "failed" }),
    sequence: (nth) => ({ sequence: sequence(nth) }),
    version: (nth) => ({ version: pick(pick(sequences, nth).versionIds, nth) }),
    "sequence, version": (nth) => ({
      sequence: sequence(nth),
      version: pick(pick(sequences, nth).versionIds, nth),
    }),
    step: (nth) => ({ step: step(nth) }),
    "sequence, step": (nth) => ({ sequence: sequence(nth), step: step(nth) }),
    "sequence, step, live": (nth) => ({ sequence: sequence(nth), step: step(nth), status: "live" }),
    assignee: (nth) => ({ assignee: assignee(nth) }),
    "nobody assigned": () => ({ assignee: "none" }),
    "assignee, live": (nth) => ({ assignee: assignee(nth), status: "live" }),
    "assignee, sequence": (nth) => ({ assignee: assignee(nth), sequence: sequence(nth) }),
    "assignee, sequence, ended": (nth) => ({
      assignee: assignee(nth),
      sequence: sequence(nth),
      status: "ended",
    }),
    channel: (nth) => ({ channel: channel(nth) }),
    "no channel yet": () => ({ channel: "none" }),
    "channel, live": (nth) => ({ channel: channel(nth), status: "live" }),
    entry: (nth) => ({ entry: pick(ENTRIES, nth) }),
    "entry, sequence": (nth) => ({ entry: pick(ENTRIES, nth), sequence: sequence(nth) }),
    "entry, live": (nth) => ({ entry: pick(ENTRIES, nth), status: "live" }),
    tag: (nth) => ({ tag: pick(TAGS, nth) }),
    "a rare tag": () => ({ tag: "vip" }),
    "tag, live": (nth) => ({ tag: pick(TAGS, nth), status: "live" }),
    "tag, sequence, reason": (nth) => ({
      tag: pick(TAGS, nth),
      sequence: sequence(nth),
      reason: pick(REASONS, nth),
    }),
    "last 7 days": () => ({ from: day(7) }),
    "a month a year ago": () => ({ from: day(365), to: day(335) }),
    "a day": (nth) => ({ from: day(10 + nth), to: day(10 + nth) }),
    "a month, sequence": (nth) => ({ from: day(60), to: day(30), sequence: sequence(nth) }),
    "a month, reason": (nth) => ({ from: day(60), to: day(30), reason: pick(REASONS, nth) }),
    "a month, assignee, channel": (nth) => ({
      ...{ from: day(90), to: day(60), assignee: assignee(nth), channel: channel(nth) },
    }),
    "next today": () => ({ nextTo: day(0) }),
    "next week": () => ({ nextFrom: day(0), nextTo: day(-7) }),
    "waiting 14 days": () => ({ waiting: 14 }),
    "waiting 30 days, sequence": (nth) => ({ waiting: 30, sequence: sequence(nth) }),
    "held out": () => ({ holdout: "yes" }),
    "held out, sequence": (nth) => ({ holdout: "yes", sequence: sequence(nth) }),
    "a name": (nth) => ({ search: pick(["Beatriz Souza", "Hannah Ellis", "Diego Vega", "Chloe"], nth) }),
    "part of a name": (nth) => ({ search: pick(["arval", "hugh", "núñ", "nasc"], nth) }),
    "an address": (nth) => ({ search: `p${1000 + nth * 37}@example.com` }),
    "digits of a number": (nth) => ({ search: String(79190 + nth * 1000) }),
    "a name that nobody has": () => ({ search: "zzyzx" }),
    "a name, live": () => ({ search: "Souza", status: "live" }),
    "a name, sequence, ended": (nth) => ({ search: "Clark", sequence: sequence(nth), status: "ended" }),
    "oldest first": () => ({}),
    "by what comes next": () => ({}),
    "assignee, live, by what comes next": (nth) => ({ assignee: assignee(nth), status: "live" }),
    "sequence, by what comes next": (nth) => ({ sequence: sequence(nth) }),
    "by their end": () => ({ status: "ended" }),
    "sequence, reason, by their end": (nth) => ({ sequence: sequence(nth), reason: pick(REASONS, nth) }),
    "tag, oldest first": (nth) => ({ tag: pick(TAGS, nth) }),
    "a thousand named": () => ({ ids: named }),
    "everything at once": (nth) => ({
      ...{ status: "ended", reason: "completed", sequence: sequence(nth), assignee: assignee(nth) },
      ...{ channel: "whatsapp", tag: "lead", from: day(300), to: day(1), holdout: "no" },
    }),
  };
  // The screen asks for the first page and for the count apart, and shows each when it is there.
  return Object.entries(filters).flatMap(([name, filter]): Case[] => {
    const asked = (nth: number) => enrollmentFilterSchema.parse(filter(nth));
    return [
      { group: "browser", name, ask: (nth) => listEnrollments(accountId, asked(nth), placeOf(name)) },
      { group: "count", name, ask: (nth) => countEnrollments(accountId, asked(nth)) },
    ];
  });
}

/** What its name says of the order; newest first otherwise. */
function placeOf(name: string): EnrollmentPlace {
  if (name.includes("oldest first")) return { sort: "enrolled", order: "asc" };
  if (name.includes("by what comes next")) return { sort: "next" };
  return name.includes("by their end") ? { sort: "ended" } : {};
}

const REASONS = [
  "completed",
  "replied",
  "goal_reached",
  "opted_out",
  "stopped",
  "sequence_archived",
] as const;
const ENTRIES = ["bulk", "manual", "deal.created", "conversation.idle", "charge.due_soon", "api"] as const;
const TAGS = ["lead", "customer", "newsletter", "partner"] as const;
