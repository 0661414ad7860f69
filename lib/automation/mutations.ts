import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Trigger } from "@/lib/core/model-rules";
import { heardAs, isOfClock } from "@/lib/core/trigger";
import { AppError } from "@/lib/errors";
import { passWritten } from "./context";
import type { RuleForm } from "./schema";

type By = { actorId: string; now: Date };
type OnRule = By & { ruleId: string };

/** A new rule is off until somebody has looked at it and switches it on. Throws `invalid` as `passWritten`. */
export async function createRule(
  accountId: AccountId,
  { rule, actorId, now }: By & { rule: RuleForm },
): Promise<{ id: string }> {
  const { trigger, actions } = await passWritten(accountId, rule);
  return withAccountSql(accountId, async (tx) => {
    const [created] = await tx<{ id: string }[]>`
      insert into rules (account_id, name, trigger, actions, created_by, created_at, updated_at)
      values (${accountId}, ${rule.name}, ${tx.json(trigger)}, ${tx.json(actions)}, ${actorId}, ${now}, ${now})
      returning id`;
    if (!created) throw new AppError("unavailable");
    return created;
  });
}

/**
 * Saves over the revision that the form was filled from; a rule that is on listens to the new trigger from now on.
 * Throws `invalid` as `passWritten`, `conflict` when somebody else saved meanwhile or it is archived, `not_found`.
 */
export async function updateRule(
  accountId: AccountId,
  { rule, revision, ruleId, now }: OnRule & { rule: RuleForm; revision: number },
): Promise<{ revision: number }> {
  const { trigger, actions } = await passWritten(accountId, rule);
  return withAccountSql(accountId, async (tx) => {
    const [updated] = await tx<{ revision: number; isOn: boolean; isOther: boolean }[]>`
      update rules r set name = ${rule.name}, trigger = ${tx.json(trigger)}, actions = ${tx.json(actions)},
        revision = r.revision + 1, updated_at = ${now}
      from (select id, trigger from rules where id = ${ruleId} for update) old
      where r.id = old.id and r.revision = ${revision} and r.archived_at is null
      returning r.revision, r.is_on as "isOn", r.trigger <> old.trigger as "isOther"`;
    if (!updated) throw await refusalOf(tx, ruleId, "rule.changed_elsewhere");
    if (updated.isOn && updated.isOther) await listen(tx, accountId, { ruleId, trigger, now });
    return { revision: updated.revision };
  });
}

/** Switched off it listens to nothing; what was begun is carried out. Throws `conflict` for an archived rule. */
export const switchRule = (
  accountId: AccountId,
  { ruleId, isOn, now }: OnRule & { isOn: boolean },
): Promise<void> =>
  withAccountSql(accountId, async (tx) => {
    const [rule] = await tx<{ wasOn: boolean; trigger: Trigger }[]>`
      update rules r set is_on = ${isOn}, updated_at = ${now}
      from (select id, is_on from rules where id = ${ruleId} for update) old
      where r.id = old.id and r.archived_at is null returning old.is_on as "wasOn", r.trigger`;
    if (!rule) throw await refusalOf(tx, ruleId, "rule.archived");
    if (rule.wasOn === isOn) return;
    if (isOn) await listen(tx, accountId, { ruleId, trigger: rule.trigger, now });
    else await tx`delete from triggers where rule_id = ${ruleId}`;
  });

/** The copy is off. */
export const duplicateRule = (
  accountId: AccountId,
  { ruleId, name, actorId, now }: OnRule & { name: string },
): Promise<{ id: string }> =>
  withAccountSql(accountId, async (tx) => {
    const [copy] = await tx<{ id: string }[]>`
      insert into rules (account_id, name, trigger, actions, created_by, created_at, updated_at)
      select account_id, ${name}, trigger, actions, ${actorId}, ${now}, ${now} from rules where id = ${ruleId}
      returning id`;
    if (!copy) throw new AppError("not_found");
    return copy;
  });

/** It listens to nothing any more; its log stays. Throws `conflict` when it is archived already. */
export const archiveRule = (accountId: AccountId, { ruleId, now }: OnRule): Promise<void> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await tx`
      update rules set is_on = false, archived_at = ${now}, updated_at = ${now}
      where id = ${ruleId} and archived_at is null returning id`;
    if (rows.length === 0) throw await refusalOf(tx, ruleId, "rule.archived");
    await tx`delete from triggers where rule_id = ${ruleId}`;
  });

/** It comes back switched off. */
export const restoreRule = (accountId: AccountId, { ruleId, now }: OnRule): Promise<void> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await tx`
      update rules set archived_at = null, updated_at = ${now}
      where id = ${ruleId} and archived_at is not null returning id`;
    if (rows.length === 0) throw await refusalOf(tx, ruleId, "rule.not_archived");
  });

/** What crosses a line in time counts from the moment of listening: nothing of the past is followed. */
async function listen(
  tx: SqlTx,
  accountId: AccountId,
  { ruleId, trigger, now }: { ruleId: string; trigger: Trigger; now: Date },
): Promise<void> {
  const { event, name } = heardAs(trigger);
  await tx`delete from triggers where rule_id = ${ruleId}`;
  await tx`
    insert into triggers (account_id, rule_id, event, name, trigger, checked_until)
    values (${accountId}, ${ruleId}, ${event}, ${name}, ${tx.json(trigger)},
      ${isOfClock(trigger) ? now : null})`;
}

async function refusalOf(tx: SqlTx, ruleId: string, message: string): Promise<AppError> {
  const [rule] = await tx<{ isArchived: boolean }[]>`
    select archived_at is not null as "isArchived" from rules where id = ${ruleId}`;
  if (!rule) return new AppError("not_found");
  return new AppError(
    "conflict",
    rule.isArchived && message !== "rule.not_archived" ? "rule.archived" : message,
  );
}
