import type { LedgerKind, MessageStatus } from "@/lib/core/model";
import type { Delivery } from "./deliver";

/** What an outcome means for the send record and the run. */
export type Verdict = {
  status: MessageStatus;
  kind: LedgerKind;
  /** Whether the step is over: the run goes on to the next one. */
  isStepOver: boolean;
  retryAt: Date | null;
  providerId: string | null;
  code: string;
  detail: string;
};

/** Seconds before the next attempt after the first, second, ... refused one. */
const BACKOFF_SECONDS = [30, 120, 600, 3600, 3 * 3600, 6 * 3600];
const DELAY_CONTACT_SECONDS = 24 * 3600;

/** Pure: the reaction to each outcome, in one table. */
export function verdictOf({ claim, outcome, clock }: Delivery): Verdict {
  const now = clock();
  const again = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  switch (outcome.kind) {
    case "accepted":
      return over("sent", "sent", { providerId: outcome.providerId, code: "accepted", detail: "" });
    case "unknown":
      return over("unknown", "unknown", outcome);
    case "withdrawn":
      // A held run sends the step when it goes on; one that went on without it does not come back to it.
      if (outcome.why === "held") return repeat(now, { code: "held_before_send", detail: "" });
      return over("skipped", "skipped", {
        code: outcome.why === "ended" ? "stopped_before_send" : "outlived_before_send",
        detail: "",
      });
    case "retry": {
      const backoff = BACKOFF_SECONDS[claim.attempts - 1];
      if (backoff === undefined) return over("failed", "failed", outcome);
      return repeat(again(Math.max(outcome.afterSeconds ?? 0, backoff)), outcome);
    }
    case "refused":
      // Each reaction that repeats the step changes what made it fail; the bound is for one that did not.
      if (claim.attempts > BACKOFF_SECONDS.length) return over("failed", "failed", outcome);
      switch (outcome.reaction) {
        case "fail":
        case "ask_person":
        case "block_step":
          return over("failed", "failed", outcome);
        // The next decision sees what `applyRefusal` changed and chooses otherwise, waits or ends.
        case "switch_channel":
        case "suppress":
        case "window_closed":
        case "pause_inbox":
          return repeat(now, outcome);
        case "delay_contact":
          return repeat(again(DELAY_CONTACT_SECONDS), outcome);
      }
  }
}

type Said = { code: string; detail: string; providerId?: string };

const over = (status: MessageStatus, kind: LedgerKind, { code, detail, providerId }: Said): Verdict => ({
  status,
  kind,
  isStepOver: true,
  retryAt: null,
  providerId: providerId ?? null,
  code,
  detail,
});

const repeat = (retryAt: Date, { code, detail }: Said): Verdict => ({
  status: "scheduled",
  kind: "retrying",
  isStepOver: false,
  retryAt,
  providerId: null,
  code,
  detail,
});
