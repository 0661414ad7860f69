import type { InboxLimits } from "@/lib/core/model-inboxes";
import { limitOf } from "./limit-of";

/** Which of the parts cannot be understood. */
export type LimitsProblem = "gap" | "warmUp";

type LimitsAnswer = { ok: true; limits: InboxLimits } | { ok: false; problem: LimitsProblem };

const MAX_DAYS = 90;

/** The limits of an inbox as its form has them; empty fields are no limits. */
export function limitsOfForm(form: FormData): LimitsAnswer {
  const number = (name: string) => limitOf(form.get(name));
  const [from, to] = [number("gapFrom"), number("gapTo")];
  const hasGap = from !== null || to !== null;
  if (hasGap && (from === null || to === null || from > to || to < 1)) return { ok: false, problem: "gap" };
  const startsOn = String(form.get("warmUpStart") ?? "").trim();
  const words = String(form.get("warmUpDays") ?? "")
    .split(/[\s,;]+/)
    .filter(Boolean);
  const perDay = words.map(Number);
  const hasPlan = startsOn !== "" || words.length > 0;
  const isPlan = startsOn !== "" && words.length > 0 && words.length <= MAX_DAYS && perDay.every(isCount);
  if (hasPlan && !isPlan) return { ok: false, problem: "warmUp" };
  return {
    ok: true,
    limits: {
      perSecond: number("perSecond"),
      perMinute: number("perMinute"),
      perHour: number("perHour"),
      perDay: number("perDay"),
      gapSeconds: from === null || to === null ? null : { from, to },
      recipientsPerDay: number("recipientsPerDay"),
      warmUp: hasPlan ? { startsOn, perDay } : null,
    },
  };
}

const isCount = (n: number) => Number.isInteger(n) && n >= 1 && n <= 1_000_000;
