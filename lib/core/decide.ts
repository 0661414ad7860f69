import { earlierAttempt } from "./attempt";
import { dispatch } from "./dispatch";
import { discarded, draftAhead } from "./draft";
import { dueOf } from "./due";
import { accountZone, effectiveZone } from "./effective-zone";
import { overAt } from "./end-date";
import { exitOf, waitingReply } from "./exits";
import type { Because, Decision, Facts } from "./facts";
import type { Step } from "./model";
import { stepOf } from "./next-step";
import { skipOf } from "./skip-rules";
import { DAY_MS } from "./zone";

/** So long before its place a run is called at most. */
const CALLED_MS = 5_000;

/** Nothing sleeps longer without being looked at again. */
const MAX_SLEEP_MS = 30 * DAY_MS;

/**
 * What to do now for one run, and why. The first rule that applies answers; the order is the order of precedence.
 * Total and without memory: the same facts at the same moment always get the same answer, and a wait always lies
 * in the future.
 */
export function decide(facts: Facts, now: Date): Decision {
  const decision = atItsPlace(facts, now);
  if (decision.kind !== "wait") return decision;
  const horizon = new Date(now.getTime() + MAX_SLEEP_MS);
  return decision.until < horizon ? decision : { ...decision, until: horizon };
}

/**
 * What has a place that lies a moment ahead is judged as of then: hours, the last day and the 24-hour window may begin or
 * end in between. Whoever was called for a place ahead and has no use for it passes the step at that moment, not before, and
 * keeps the place until then: without it the same step would stand in line again.
 */
function atItsPlace(facts: Facts, now: Date): Decision {
  const { ticket } = facts.enrollment;
  const isCalled = ticket !== null && ticket.at > now && ticket.at.getTime() - now.getTime() <= CALLED_MS;
  const at = isCalled ? ticket.at : now;
  const decision = decideFor(facts, at);
  const { kind, because } = decision;
  if (kind === "skip" || kind === "fail") return isCalled ? wait(at, because) : decision;
  // What has ended it has ended it already; the calendar not before its moment.
  if (kind === "end" && isCalled && decideFor(facts, now).kind !== "end") return wait(at, because);
  if (kind !== "send" || !decision.place || decision.place.at <= at) return decision;
  const { place, inboxId } = decision;
  const there = decideFor(facts, place.at);
  if (there.kind === "send" && there.inboxId === inboxId) return { ...there, place };
  return there.kind === "wait" ? there : wait(place.at, there.because);
}

function decideFor(facts: Facts, now: Date): Decision {
  const { enrollment, sequence, settings } = facts;
  const { snapshot } = sequence;
  if (enrollment.status === "ended") {
    const reason = enrollment.endReason ?? "stopped";
    return { kind: "end", reason, because: { code: "already_ended", data: { reason } } };
  }
  const exit = exitOf(facts);
  if (exit) return { kind: "end", ...exit };
  // Also where the run was not paused for it: nothing goes out before a person has looked at the reply.
  const reply = waitingReply(facts);
  if (reply) return wait(NEVER, reply);

  if (enrollment.status === "paused" && !(enrollment.pausedUntil && enrollment.pausedUntil <= now)) {
    const data = { pausedUntil: enrollment.pausedUntil?.toISOString() ?? null };
    return wait(enrollment.pausedUntil ?? NEVER, { code: "run_paused", data });
  }
  if (sequence.status !== "active") {
    return wait(NEVER, { code: "sequence_paused", data: { status: sequence.status } });
  }

  if (enrollment.stepId === null) return finish(facts);
  const step = stepOf(enrollment.stepId, snapshot);
  if (!step) {
    const data = { stepId: enrollment.stepId };
    return { kind: "end", reason: "failed", because: { code: "no_step_left", data } };
  }
  const attempt = earlierAttempt(facts, step, now);
  if (attempt) return attempt;

  const over = overAt(snapshot.endsOn, accountZone(settings));
  if (over && over <= now) {
    const data = { endsOn: snapshot.endsOn, zone: accountZone(settings) };
    return { kind: "end", reason: "expired", because: { code: "sequence_over", data } };
  }
  const decision = forStep(facts, step, now);
  // Whoever waits for longer than the sequence lasts is looked at when it is over.
  return over && decision.kind === "wait" && decision.until > over ? { ...decision, until: over } : decision;
}

function forStep(facts: Facts, step: Step, now: Date): Decision {
  const { enrollment, current, contact, settings } = facts;
  const effective = effectiveZone(contact, settings);
  const due = dueOf(step, facts, effective);
  if (due.kind !== "due") return due;
  if (due.at > now) {
    const ahead = draftAhead(facts, step, { now, due: due.at, data: due.data });
    return ahead ?? wait(due.at, { code: "not_due", data: due.data });
  }
  const retryAt = current?.retryAt ?? due.at;
  if (retryAt > now) {
    const data = { retryAt: retryAt.toISOString(), attempts: current?.attempts ?? 0 };
    return wait(retryAt, { code: "retry_later", data });
  }
  if (enrollment.isHoldout) {
    return {
      kind: "skip",
      stepId: step.id,
      because: { code: "holdout", data: { dueAt: due.at.toISOString() } },
    };
  }
  const skip = skipOf(step, facts, now);
  if (skip) return { kind: "skip", stepId: step.id, because: skip };
  const moment = { now, due: due.at > retryAt ? due.at : retryAt, effective };
  return discarded(facts, step) ?? dispatch(facts, step, moment);
}

function finish({ enrollment, sentAny }: Facts): Decision {
  const end = (reason: "completed" | "undeliverable", code: Because["code"]): Decision => ({
    kind: "end",
    reason,
    because: { code, data: {} },
  });
  if (enrollment.isHoldout) return end("completed", "holdout");
  return sentAny ? end("completed", "no_step_left") : end("undeliverable", "nothing_delivered");
}

/** Later than any moment that a wait may have. */
const NEVER = new Date(8.64e15);

function wait(until: Date, because: Because): Decision {
  return { kind: "wait", until, because };
}
