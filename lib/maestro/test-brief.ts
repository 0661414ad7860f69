import type { Behaviour } from "@/e2e/stubs/openai-server";
import type { Brief, CallReport, MaestroEndpoint, Meter } from "./types";

export const endpointAt = (baseUrl: string, change: Partial<MaestroEndpoint> = {}): MaestroEndpoint => ({
  ...{ baseUrl, model: "stub", apiKey: null, timeoutMs: 5_000, isGuarded: false },
  ...change,
});

/** Short where the endpoint never comes to an end, and far more than any answer takes elsewhere. */
export const patienceFor = (behaviour: Behaviour): number =>
  behaviour === "silent" ||
  behaviour === "trickling" ||
  (typeof behaviour === "object" && "slowMs" in behaviour)
    ? 500
    : 30_000;

/** A meter without a budget, or one with money for so many calls, that keeps what it is told. */
export function testMeter(affordable = Number.POSITIVE_INFINITY) {
  const reports: CallReport[] = [];
  const reserved: { inputTokens: number; outputTokens: number }[] = [];
  const meter: Meter = {
    reserve: async (estimate) => {
      if (reserved.length >= affordable) return false;
      reserved.push(estimate);
      return true;
    },
    settle: async (report) => void reports.push(report),
  };
  return { meter, reports, reserved };
}

export const testBrief = (change: Partial<Brief> = {}): Brief => ({
  mode: "ai_full",
  instruction: "Ask kindly for the payment.",
  purpose: "Payment overdue: get the charge paid",
  voice: "Warm and brief.",
  rules: "",
  facts: [
    { name: "contact.first_name", kind: "name", value: "Ana" },
    { name: "charge.amount", kind: "amount", value: 1234.56, currency: "BRL" },
    { name: "charge.due_date", kind: "day", value: "2026-03-03" },
    { name: "charge.link", kind: "link", value: "https://pay.example/abc" },
  ],
  conversation: [{ from: "contact", text: "I will pay soon", at: "2026-03-01 09:00" }],
  language: "en",
  channel: "whatsapp",
  needsSubject: false,
  examples: [],
  earlier: [],
  bannedWords: [],
  today: "2026-03-05",
  remark: null,
  previous: null,
  ...change,
});
