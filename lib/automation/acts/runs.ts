import { withAccountSql } from "@/db/client";
import type { SequenceStatus, Target } from "@/lib/core/model";
import type { RuleAction } from "@/lib/core/model-rules";
import { aboutKindOf } from "@/lib/engine/about-what";
import { pauseEnrollments, stopEnrollments } from "@/lib/enrollments/control";
import { enroll, previewEnroll } from "@/lib/enrollments/mutations";
import { type Act, type Acting, type Data, done, failed, nothing, ready } from "../acting";

type Of<Do extends RuleAction["do"]> = Extract<RuleAction, { do: Do }>;

const HOUR_MS = 3_600_000;

/** Into the live version; about the event's thread or record where that is what the sequence is about. */
export const enrolling = ({ sequenceId }: Of<"enroll">): Act => ({
  foresee: async (acting) => {
    const sequence = await readSequence(acting, sequenceId);
    if (!sequence) return failed("sequence_gone");
    const data = { sequenceId, sequence: sequence.name };
    if (sequence.status !== "active" || !sequence.target) return failed("sequence_not_active", data);
    const wish = { sequenceId, ...aboutOf(acting, sequence.target), now: acting.now };
    const { free, existing, refused } = await previewEnroll(acting.accountId, wish);
    if (free.length > 0) return ready("enroll", { ...data, target: sequence.target });
    if (existing.length > 0) return nothing("already_enrolled", data);
    return nothing("enroll_refused", { ...data, reason: refused[0]?.code ?? "no_record" });
  },
  perform: async (acting, { target, ...data }) => {
    const { accountId, actorId, method, event, now } = acting;
    const wish = { sequenceId, ...aboutOf(acting, target as Target), actorId, method, trigger: event, now };
    const { enrolled, existing, refused } = await enroll(accountId, wish);
    const [run] = enrolled;
    if (run) return done("enrolled", { ...data, enrollmentId: run.enrollmentId });
    if (existing.length > 0) return nothing("already_enrolled", data);
    return nothing("enroll_refused", { ...data, reason: refused[0]?.code ?? "no_record" });
  },
});

/** A thread or record of another kind is not what the run would be about: then it is about what is open. */
function aboutOf({ about }: Acting, target: Target) {
  const kind = aboutKindOf(target);
  const aboutId =
    kind === "conversation" ? about.thread?.id : about.record?.kind === kind ? about.record?.id : undefined;
  return { contactIds: [about.contact.id], ...(aboutId && { aboutIds: [aboutId] }) };
}

type Sequence = { name: string; status: SequenceStatus; target: Target | null };

const readSequence = ({ accountId }: Acting, id: string): Promise<Sequence | null> =>
  withAccountSql(accountId, async (tx) => {
    const [row] = await tx<Sequence[]>`
      select s.name, s.status, v.snapshot->>'target' as target
      from sequences s left join sequence_versions v on v.id = s.live_version_id
      where s.id = ${id} and s.status <> 'archived'`;
    return row ?? null;
  });

export const stopping = ({ sequenceId }: Of<"stop">): Act => ({
  foresee: (acting) => foreseeRuns(acting, sequenceId, "stop"),
  perform: async (acting, data) => {
    const ids = await liveRuns(acting, sequenceId);
    const { changed } = await stopEnrollments(acting.accountId, { ids, ...by(acting) });
    return changed.length > 0 ? done("stopped", { ...data, count: changed.length }) : nothing("no_run", data);
  },
});

export const pausing = ({ sequenceId, hours }: Of<"pause">): Act => ({
  foresee: async (acting) => {
    const outlook = await foreseeRuns(acting, sequenceId, "pause");
    return { ...outlook, data: { ...outlook.data, hours: hours ?? 0 } };
  },
  perform: async (acting, data) => {
    const ids = await liveRuns(acting, sequenceId);
    const until = hours === null ? undefined : new Date(acting.now.getTime() + hours * HOUR_MS);
    const { changed } = await pauseEnrollments(acting.accountId, { ids, until, ...by(acting) });
    return changed.length > 0 ? done("paused", { ...data, count: changed.length }) : nothing("no_run", data);
  },
});

const by = ({ actorId, now }: Acting) => ({ actorId, now });

async function foreseeRuns(acting: Acting, sequenceId: string | null, does: "stop" | "pause") {
  const sequence = sequenceId === null ? null : await readSequence(acting, sequenceId);
  if (sequenceId !== null && !sequence) return failed("sequence_gone");
  const data: Data = { sequenceId, sequence: sequence?.name ?? "" };
  const ids = await liveRuns(acting, sequenceId, does === "pause");
  return ids.length > 0 ? ready(does, { ...data, count: ids.length }) : nothing("no_run", data);
}

/** Where the event is about a record, the runs about another record go on. */
const liveRuns = (acting: Acting, sequenceId: string | null, isOnlyActive = false): Promise<string[]> =>
  withAccountSql(acting.accountId, async (tx) => {
    const { contact, record } = acting.about;
    const rows = await tx<{ id: string }[]>`
      select id from enrollments
      where contact_id = ${contact.id}
        and ${isOnlyActive ? tx`status = 'active'` : tx`status in ('active', 'paused')`}
        ${sequenceId === null ? tx`` : tx`and sequence_id = ${sequenceId}`}
        ${record ? tx`and (record_id is null or record_id = ${record.id})` : tx``}
      order by id`;
    return rows.map(({ id }) => id);
  });
