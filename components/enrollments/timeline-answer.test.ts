import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { END_REASONS } from "@/lib/core/model";
import type { RunAnswer, RunTimeline } from "@/lib/enrollments/timeline-schema";
import { LOCALES, type Locale } from "@/lib/locale";
import { messagesOf } from "@/lib/messages";
import type { Translate } from "./sentence";
import { answered } from "./timeline-answer";

function translator(locale: Locale): Translate {
  const onError = (error: Error) => {
    throw error;
  };
  return createTranslator({ locale, messages: messagesOf(locale), onError }) as unknown as Translate;
}

const NOW = new Date("2026-03-10T12:00:00Z");
const AT = "2026-03-10T14:00:00.000Z";
const asked = (answer: RunAnswer, run: Partial<RunTimeline["run"]> = {}) => ({
  answer,
  run: { stepId: "two", endReason: null, endedAt: AT, ...run } as RunTimeline["run"],
  steps: ["one", "two", "three"].map((id, index) => ({ id, number: index + 1, name: null, channel: "sms" })),
  timeZone: "America/Sao_Paulo",
});
const say = (answer: RunAnswer, run: Partial<RunTimeline["run"]> = {}, locale: Locale = "en") => {
  const { sentence, why } = answered(translator(locale), asked(answer, run), { locale, now: NOW });
  return why ? `${sentence} ${why}` : sentence;
};
const ended = (over: Partial<Extract<RunAnswer, { kind: "ended" }>> = {}): RunAnswer => ({
  ...{ kind: "ended", told: null, actorName: null, unsent: [], passed: null },
  ...over,
});
const paused = (over: Partial<Extract<RunAnswer, { kind: "paused" }>> = {}): RunAnswer => ({
  ...{ kind: "paused", told: null, actorName: null, at: null, until: null },
  ...over,
});
const because = (code: string, data = {}) => ({ code, data });
const WHEN = "Tue, Mar 10, 2026, 11:00 GMT-3";

describe("why nothing goes out", () => {
  it.each([
    [say({ kind: "held_back" }), "Nothing is sent: this person is kept back to compare, and gets nothing."],
    [
      say(ended({ unsent: [2, 3] }), { endReason: "replied" }),
      `Nothing more is sent since ${WHEN}: the contact replied, and steps 2 and 3 were not sent.`,
    ],
    [
      say(ended({ unsent: [3], actorName: "Ana", told: because("stopped_by_person") }), {
        endReason: "stopped",
      }),
      `Nothing more is sent since ${WHEN}: Ana stopped the run, and step 3 was not sent.`,
    ],
    [
      say(ended({ told: because("contact_deleted") }), { endReason: "stopped" }),
      `Nothing more is sent since ${WHEN}: the contact was deleted.`,
    ],
    [
      say(ended({ unsent: [2], passed: because("draft_expired") }), { endReason: "completed" }),
      `Nothing more is sent since ${WHEN}: every step had its turn, and step 2 was not sent. The last of them: Nobody decided about the draft in time.`,
    ],
    [
      say(paused({ told: because("paused_by_person"), actorName: "Ana", at: AT })),
      `Nothing is sent until somebody resumes this run: Ana paused it on ${WHEN}.`,
    ],
    [
      say(paused({ told: because("reply_waits") })),
      "Nothing is sent until somebody resumes this run: the contact replied, and somebody has to look at it.",
    ],
    [
      say(paused({ told: because("out_of_office"), until: AT })),
      `Nothing is sent until ${WHEN}: the contact is away.`,
    ],
    [
      say({ kind: "sequence_paused" }),
      "Nothing is sent: the sequence is paused. The run goes on where it stands when somebody resumes the sequence.",
    ],
    [
      say({ kind: "draft", approver: "Bea", expiresAt: AT, snoozedUntil: null }),
      `Step 2 waits for Bea to approve its draft, until ${WHEN} at the latest.`,
    ],
    [
      say({ kind: "draft", approver: null, expiresAt: null, snoozedUntil: AT }),
      `Step 2 waits for somebody to approve its draft, which is snoozed until ${WHEN}.`,
    ],
    [
      say({ kind: "inbox_paused", inbox: "Sales", by: "engine", because: "Token expired", probeAt: AT }),
      `The inbox Sales is paused because of trouble at its provider (Token expired), so step 2 waits; the provider is asked again at ${WHEN}.`,
    ],
    [
      say({ kind: "queued", inbox: "Sales", ahead: 12, until: AT, told: null }),
      `Step 2 is due and stands in line at the inbox Sales, behind 12 runs of its sequence; it is expected to go out at ${WHEN}.`,
    ],
    [
      say({ kind: "overdue", since: "2026-03-10T11:00:00.000Z" }),
      "Step 2 was due 1 hour ago (Tue, Mar 10, 2026, 08:00 GMT-3) and has not been looked at since. The engine looks for such runs every few minutes; if this stays, see what is stuck on the overview.",
    ],
    [
      say({
        ...{ kind: "waiting", until: AT },
        told: because("quiet_hours", {
          dueAt: "2026-03-10T03:00:00.000Z",
          zone: "America/Sao_Paulo",
          zoneFrom: "phone",
        }),
      }),
      `Step 2 of 3 is next, in 2 hours: ${WHEN}. It was due at Tue, Mar 10, 2026, 00:00 GMT-3, in quiet hours (America/Sao_Paulo, from the phone number).`,
    ],
    [
      say({ kind: "waiting", until: AT, told: because("not_due") }),
      `Step 2 of 3 is next, in 2 hours: ${WHEN}.`,
    ],
    [say({ kind: "finishing" }), "The last step is done; the run is about to end."],
  ])("%s", (said, expected) => {
    expect(said).toBe(expected);
  });

  it.each(LOCALES)("in %s, whatever a run ended by", (locale) => {
    for (const endReason of END_REASONS) {
      for (const unsent of [[], [1], [1, 2]]) {
        expect(say(ended({ unsent }), { endReason }, locale)).not.toMatch(/[{}]|(enrollments|timeline)\./);
      }
    }
    for (const code of ["paused_by_person", "paused_by_rule", "reply_waits", "agent_wrote", "unknown_code"]) {
      expect(say(paused({ told: because(code), until: AT }), {}, locale)).not.toMatch(
        /[{}]|(enrollments|timeline)\./,
      );
    }
    const others: RunAnswer[] = [
      { kind: "draft", approver: "Bea", expiresAt: AT, snoozedUntil: AT },
      { kind: "inbox_paused", inbox: "Sales", by: "person", because: null, probeAt: null },
      { kind: "queued", inbox: "Sales", ahead: 1_000, until: null, told: because("inbox_limit") },
      { kind: "overdue", since: AT },
    ];
    for (const other of others) expect(say(other, {}, locale)).not.toMatch(/[{}]|(enrollments|timeline)\./);
  });
});
