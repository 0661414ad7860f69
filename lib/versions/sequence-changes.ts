import type { ContactLimits, SequenceDraft } from "@/lib/core/model";
import type { Change } from "./difference";
import { isSame, onlyIn } from "./same";

type Compare = (before: SequenceDraft, after: SequenceDraft) => Change[];

/** One comparison for each field, so that a new field does not compile until it has its own. */
const COMPARE: { [Field in Exclude<keyof SequenceDraft, "steps">]: Compare } = {
  schemaVersion: ({ schemaVersion: before }, { schemaVersion: after }) =>
    before === after ? [] : [{ code: "schema_version", before, after }],
  target: ({ target: before }, { target: after }) =>
    before === after ? [] : [{ code: "target", before, after }],
  triggers: ({ triggers: before }, { triggers: after }) => {
    if (isSame(before, after)) return [];
    const changes: Change[] = [
      ...onlyIn(before, after).map((trigger) => ({ code: "trigger_removed" as const, trigger })),
      ...onlyIn(after, before).map((trigger) => ({ code: "trigger_added" as const, trigger })),
    ];
    return changes.length > 0 ? changes : [{ code: "triggers_order" }];
  },
  exitRules: ({ exitRules: before }, { exitRules: after }) => [
    ...(before.onReply === after.onReply
      ? []
      : [{ code: "on_reply" as const, before: before.onReply, after: after.onReply }]),
    ...(before.onResolution === after.onResolution
      ? []
      : [{ code: "on_resolution" as const, before: before.onResolution, after: after.onResolution }]),
    ...(before.replyDoes === after.replyDoes
      ? []
      : [{ code: "reply_does" as const, before: before.replyDoes, after: after.replyDoes }]),
  ],
  goal: ({ goal: before }, { goal: after }) =>
    isSame(before, after) ? [] : [{ code: "goal", before, after }],
  sendingHours: ({ sendingHours: before }, { sendingHours: after }) =>
    isSame(before, after) ? [] : [{ code: "sending_hours", before, after }],
  limits: ({ limits: before }, { limits: after }) =>
    (Object.keys({ ...before, ...after }) as (keyof ContactLimits)[])
      .filter((limit) => before[limit] !== after[limit])
      .map((limit) => ({ code: "limit", limit, before: before[limit], after: after[limit] })),
  reenrollment: ({ reenrollment: before }, { reenrollment: after }) =>
    isSame(before, after) ? [] : [{ code: "reenrollment", before, after }],
  holdoutPercent: ({ holdoutPercent: before }, { holdoutPercent: after }) =>
    before === after ? [] : [{ code: "holdout", before, after }],
  endsOn: ({ endsOn: before }, { endsOn: after }) =>
    before === after ? [] : [{ code: "ends_on", before, after }],
  defaultAssigneeId: ({ defaultAssigneeId: before }, { defaultAssigneeId: after }) =>
    before === after ? [] : [{ code: "assignee", before, after }],
  priority: ({ priority: before }, { priority: after }) =>
    before === after ? [] : [{ code: "priority", before, after }],
  exclusivityGroup: ({ exclusivityGroup: before }, { exclusivityGroup: after }) =>
    before === after ? [] : [{ code: "exclusivity_group", before, after }],
};

export const sequenceChanges: Compare = (before, after) =>
  Object.values(COMPARE).flatMap((compare) => compare(before, after));
