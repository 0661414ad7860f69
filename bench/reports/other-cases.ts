import { runTimeline } from "@/lib/enrollments/timeline";
import { overviewOf } from "@/lib/overview/data";
import { countSends, listSends } from "@/lib/sends/data";
import { sendFilterSchema } from "@/lib/sends/schema";
import { troublesOf } from "@/lib/troubles/data";
import { type Case, dayAgo, type Known, pick } from "./cases";

/** Overview, timelines, what is stuck, and the lists of sends behind numbers. */
export function otherCases(known: Known): Case[] {
  const { accountId, userId, runs, sequences, assignees, segments, now } = known;
  const month = { from: dayAgo(now, 30), to: dayAgo(now, 0) };
  const year = { from: dayAgo(now, 365), to: dayAgo(now, 0) };
  const sends: Record<string, (nth: number) => Record<string, string>> = {
    "sent in a month": () => ({ fact: "sent", ...month }),
    "sent in a year": () => ({ fact: "sent", ...year }),
    "replied in a year": () => ({ fact: "replied", ...year }),
    "converted in a year": () => ({ fact: "converted", ...year }),
    "failed in a month, sequence": (nth) => ({ fact: "failed", ...month, sequence: pick(sequences, nth).id }),
    "opted out in a year, step": (nth) => ({
      fact: "optedOut",
      ...year,
      step: pick(pick(sequences, nth).stepIds, nth),
    }),
    "sent in a month, assignee": (nth) => ({ fact: "sent", ...month, assignee: pick(assignees, nth) }),
    "positive in a year, channel": (nth) => ({
      fact: "positive",
      ...year,
      channel: pick(["whatsapp", "email", "sms"], nth),
    }),
    "read in a month, segment": (nth) => ({ fact: "read", ...month, segment: pick(segments, nth) }),
    "sent in a year on Mondays at ten": () => ({ fact: "sent", ...year, weekday: "1", hour: "10" }),
    "unknown in a year": () => ({ fact: "unknown", ...year }),
    "sent of runs that began in a month": (nth) => ({
      ...{ fact: "sent", ...month, by: "enrolled", sequence: pick(sequences, nth).id },
    }),
  };
  return [
    { group: "overview", name: "overview", ask: () => overviewOf(accountId, now, userId) },
    { group: "timeline", name: "timeline", ask: (nth) => runTimeline(accountId, pick(runs, nth), now) },
    { group: "troubles", name: "what is stuck", ask: () => troublesOf(accountId, now) },
    ...Object.entries(sends).map(([name, filter]): Case => {
      const parsed = (nth: number) => sendFilterSchema.parse(filter(nth));
      return {
        ...{ group: "sends", name },
        ask: async (nth) => {
          const asked = parsed(nth);
          return Promise.all([listSends(accountId, asked, {}), countSends(accountId, asked)]);
        },
      };
    }),
  ];
}
