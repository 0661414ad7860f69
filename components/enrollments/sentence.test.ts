import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { PROBLEM_CODES } from "@/lib/contacts/import/problems";
import { REASON_CODES } from "@/lib/core/facts";
import { END_REASONS, LEDGER_KINDS } from "@/lib/core/model";
import { REFUSALS } from "@/lib/enrollments/eligibility";
import { LOCALES, type Locale } from "@/lib/locale";
import { messagesOf } from "@/lib/messages";
import { sentenceMaker, type Translate } from "./sentence";

/** The texts are read from files, so that their keys have no types. */
function translator(locale: Locale): Translate {
  const onError = (error: Error) => {
    throw error;
  };
  return createTranslator({ locale, messages: messagesOf(locale), onError }) as unknown as Translate;
}

const maker = (locale: Locale) =>
  sentenceMaker(translator(locale), { locale, timeZone: "America/Sao_Paulo" });
const { say } = maker("en");
const tell = (
  kind: (typeof LEDGER_KINDS)[number],
  code: string,
  data = {},
  actorName: string | null = null,
) => say({ kind, because: { code, data }, actorName });

describe("the timeline says", () => {
  it.each([
    [tell("enrolled", "enrolled", {}, "Ana"), "Enrolled by Ana."],
    [tell("enrolled", "enrolled"), "Enrolled."],
    [
      tell("sent", "accepted", { to: "+5511987654321", channel: "whatsapp", inbox: "Sales", detail: null }),
      "Sent to +5511987654321 by WhatsApp, through Sales.",
    ],
    [
      tell("sent", "accepted", { to: "a@b.co", channel: "email", inbox: "Mail", fallback: "no_ai" }),
      "Sent to a@b.co by Email, through Mail. The step’s own text went out. Maestro is switched off.",
    ],
    [
      tell("skipped", "skip_condition", {
        ...{ variable: "charge.status", operator: "equal", value: "paid", found: "Paid" },
      }),
      "Skipped. A rule skips the step when Charge status is Paid; it is “Paid”.",
    ],
    [
      tell("skipped", "skip_condition", { variable: "contact.plan", operator: "is_not_set", found: null }),
      "Skipped. A rule skips the step when plan is not set.",
    ],
    [
      tell("failed", "131047", { detail: "Re-engagement message" }),
      "Not sent. Re-engagement message (131047)",
    ],
    [tell("replied", "reply", { channel: "sms", text: "Yes" }), "Replied by SMS: “Yes”"],
    [tell("ended", "replied", { reason: "replied" }), "Ended: Replied. The contact replied."],
    [tell("ended", "stopped_by_person", { reason: "stopped" }, "Ana"), "Ended: Stopped by a person, by Ana."],
    [tell("paused", "paused_by_person", { until: null }, "Ana"), "Paused by Ana."],
    [
      tell("moved", "moved_to_version", { fromVersion: 1, toVersion: 2, fromStep: 2, toStep: 3 }, "Ana"),
      "Moved from version 1 to version 2, where step 3 is next, by Ana.",
    ],
    [
      tell("moved", "moved_to_version", { fromVersion: 1, toVersion: 2, fromStep: 2, toStep: null }, "Ana"),
      "Moved from version 1 to version 2, where no step is left, by Ana.",
    ],
    [
      tell("ended", "exited_on_publish", { reason: "stopped" }, "Ana"),
      "Ended: Stopped by a person, by Ana. Chosen when a new version was published.",
    ],
    [tell("resumed", "pause_over"), "Resumed. The pause was over."],
    [
      tell("drafted", "open", { origin: "ai", remark: "shorter" }, "Ana"),
      "Maestro wrote a draft; it waits for somebody to approve it. It was asked: “shorter”",
    ],
    [
      tell("drafted", "open", { origin: "fallback", fallback: "timeout" }),
      "The step’s own text waits for somebody to approve it. Maestro did not answer in time.",
    ],
    [
      tell("drafted", "ready", { origin: "fallback", fallback: "no_such_code" }),
      "The step’s own text stands ready. (no_such_code)",
    ],
    [
      tell("approved", "approved", { isEdited: true, vouched: "10% off" }, "Ana"),
      "Approved by Ana, after changing the text. Vouched for: “10% off”.",
    ],
    [tell("approved", "approved", { isEdited: false, vouched: null }, "Ana"), "Approved by Ana."],
    [tell("discarded", "discarded", { stopsRun: false }, "Ana"), "Discarded by Ana; the step is skipped."],
    [tell("discarded", "discarded", { stopsRun: true }, "Ana"), "Discarded by Ana, and the run is stopped."],
    [
      tell("returned", "facts_changed", { fact: "charge.amount", before: "120 BRL", after: "90 BRL" }),
      "Not sent as it was approved. “Charge amount” changed from R$120.00 to R$90.00. It waits for a decision again.",
    ],
    [
      tell("returned", "facts_changed", {
        ...{ fact: "contact.size", before: "2026-03-03", after: null, composeMode: "ai_full" },
      }),
      "Not sent as it was approved. “size” was Mar 3, 2026 and is not known any more. Maestro writes anew.",
    ],
    [
      tell("returned", "guard_found", { words: "tomorrow" }),
      "Not sent as it was approved. The text says “tomorrow”, which the facts do not support. It waits for a decision again.",
    ],
    [tell("reassigned", "reassigned", { assignee: "Bea" }, "Ana"), "Ana handed the draft over to Bea."],
    [
      tell("reassigned", "reassigned", { assignee: null }, "Ana"),
      "Ana handed the draft over; it names nobody now.",
    ],
    [tell("waiting", "draft_awake", { until: null }, "Ana"), "Ana brought the snoozed draft back."],
    [tell("undone", "undone", { act: "approve" }, "Ana"), "Ana took back: approval of a draft."],
    [tell("understood", "interested", { intent: "interested" }), "The reply was understood as interest."],
    [tell("skipped", "draft_expired"), "Skipped. Nobody decided about the draft in time."],
  ])("%s", (said, expected) => {
    expect(said).toBe(expected);
  });

  it("no moment where the wait has none: a pause is over when somebody ends it", () => {
    const data = { until: "2026-03-10T12:00:00.000Z", pausedUntil: null };
    expect(tell("waiting", "run_paused", data)).toBe("This run is paused.");
  });

  it("the zone of a time that it names", () => {
    const data = {
      until: "2026-03-10T12:00:00.000Z",
      dueAt: "2026-03-10T03:00:00.000Z",
      zone: "America/Sao_Paulo",
    };
    expect(tell("waiting", "quiet_hours", data)).toMatch(
      /^Waits until .*09:00 GMT-3\. It was due at .*America\/Sao_Paulo/,
    );
  });
});

describe.each(LOCALES)("in %s", (locale) => {
  const { say: sayHere } = maker(locale);
  const t = translator(locale);

  it("every kind and reason makes a sentence, whatever data is missing", () => {
    for (const kind of LEDGER_KINDS) {
      for (const code of [...REASON_CODES, ...REFUSALS, "no_such_code"]) {
        expect(sayHere({ kind, because: { code, data: {} }, actorName: null })).not.toContain("enrollments.");
      }
    }
    for (const reason of END_REASONS) {
      expect(
        sayHere({ kind: "ended", because: { code: "replied", data: { reason } }, actorName: null }),
      ).toBeTruthy();
    }
  });

  it("every refusal and every unusable row has its sentence", () => {
    for (const code of REFUSALS) expect(t(`enrollments.refusal.${code}`, { count: "2" })).toContain("2");
    const data = { value: "x", max: "1", first: "2", expected: "3", found: "4", key: "k" };
    for (const code of PROBLEM_CODES) expect(t(`contacts.problem.${code}`, data)).toBeTruthy();
  });
});
