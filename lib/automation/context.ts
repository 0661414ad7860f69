import { type SqlTx, withAccount, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { SequenceStatus, Target } from "@/lib/core/model";
import type { RuleAction, Trigger } from "@/lib/core/model-rules";
import { ruleActionsSchema, triggerSchema } from "@/lib/core/model-schemas";
import { type RuleContext, type RuleProblem, ruleProblems, triggerProblems } from "@/lib/core/rule-check";
import { variablesOfRule } from "@/lib/core/rule-values";
import { namesOf, type Variable } from "@/lib/core/variables";
import { AppError } from "@/lib/errors";
import { loadVariables } from "@/lib/sequences/publish-context";

/** What a form of rules and macros offers to choose from. */
export type RuleOptions = {
  sequences: {
    id: string;
    name: string;
    status: SequenceStatus;
    isPublished: boolean;
    target: Target | null;
  }[];
  members: { id: string; name: string }[];
  stages: { id: string; name: string; pipeline: string }[];
  tags: string[];
  /** Of the contact and the account; the trigger decides what else there is. */
  variables: Variable[];
};

const MOST_TAGS = 200;

export async function loadRuleOptions(accountId: AccountId): Promise<RuleOptions> {
  const variables = await withAccount(accountId, loadVariables);
  return withAccountSql(accountId, async (tx) => {
    const [sequences, members, stages, tags] = await Promise.all([
      tx<RuleOptions["sequences"]>`
        select s.id, s.name, s.status, s.live_version_id is not null as "isPublished",
          v.snapshot->>'target' as target
        from sequences s left join sequence_versions v on v.id = s.live_version_id
        where s.status <> 'archived' order by lower(s.name), s.id limit 500`,
      loadMembers(tx, accountId),
      tx<RuleOptions["stages"]>`
        select s.id, s.name, p.name as pipeline from stages s join pipelines p on p.id = s.pipeline_id
        where s.archived_at is null and p.archived_at is null
        order by p.position, p.id, s.position, s.id limit 500`,
      tx<{ tag: string }[]>`
        select tag from (
          select distinct unnest(tags) as tag from contacts where deleted_at is null and tags <> '{}' limit ${MOST_TAGS}
        ) t order by lower(tag)`,
    ]);
    return {
      ...{ sequences: [...sequences], members, stages: [...stages] },
      ...{ tags: tags.map(({ tag }) => tag), variables },
    };
  });
}

const loadMembers = async (tx: SqlTx, accountId: AccountId) => [
  ...(await tx<{ id: string; name: string }[]>`
    select u.id, u.name from members m join users u on u.id = m.user_id
    where m.account_id = ${accountId} order by lower(u.name), u.id limit 500`),
];

type Written<Of extends Trigger | null> = { trigger: Of; actions: RuleAction[] };

/**
 * What was written as it may be saved. Throws `invalid` with a sentence for each place (`actions.2`) when the account
 * has not what it names, or something is missing.
 */
export async function passWritten<Of extends Trigger | null>(
  accountId: AccountId,
  written: Written<Of>,
): Promise<Written<Of>> {
  const options = await loadRuleOptions(accountId);
  refuse(ruleProblems(written, contextOf(options, written.trigger)));
  const trigger = written.trigger && (passTrigger(written.trigger) as Of);
  return { trigger: trigger ?? written.trigger, actions: ruleActionsSchema.parse(written.actions) };
}

/** The trigger alone. Throws the same. */
export function passTrigger(trigger: Trigger): Trigger {
  refuse(triggerProblems(trigger));
  return triggerSchema.parse(tidied(trigger));
}

function refuse(problems: RuleProblem[]): void {
  if (problems.length === 0) return;
  const keyed = problems.map(({ place, code, data }) => {
    const values = new URLSearchParams(Object.entries(data).map(([key, value]) => [key, String(value)]));
    return [place, `${code.startsWith("publish.") ? "" : "rule."}${code}?${values}`];
  });
  throw new AppError("invalid", "rule.incomplete", { fields: Object.fromEntries(keyed) });
}

const contextOf = (options: RuleOptions, trigger: Trigger | null): RuleContext => ({
  sequences: new Map(options.sequences.map((one) => [one.id, one])),
  stageIds: new Set(options.stages.map(({ id }) => id)),
  memberIds: new Set(options.members.map(({ id }) => id)),
  variables: namesOf(variablesOfRule(trigger, options.variables)),
});

/** Without what another event had left behind: a name, a time of silence, a distance from a date. */
function tidied(trigger: Trigger): Trigger {
  const { event, match, conditions, name, idle, offset } = trigger;
  const groups = trigger.groups?.filter((group) => group.conditions.length > 0);
  const hasOffset =
    event === "appointment.upcoming" || event === "charge.due_soon" || event === "charge.overdue";
  return {
    ...{ event, match, conditions },
    ...(groups?.length && { groups }),
    ...(event === "custom" && name !== undefined && { name }),
    ...(event === "conversation.idle" && idle && { idle }),
    ...(hasOffset && offset && { offset }),
  };
}
