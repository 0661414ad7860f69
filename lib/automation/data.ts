import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { RuleAction, Trigger } from "@/lib/core/model-rules";
import { AppError } from "@/lib/errors";
import { MAX_COUNTED } from "@/lib/keyset";
import { loadRuleOptions, type RuleOptions } from "./context";
import { webhookKeyOf } from "./webhook-key";

export type RuleRow = {
  id: string;
  name: string;
  isOn: boolean;
  isArchived: boolean;
  trigger: Trigger;
  actions: RuleAction[];
  revision: number;
  updatedAt: string;
  /** In the last seven days, counted to 10,001. */
  followed: number;
  failed: number;
  lastAt: string | null;
};

const SHOWN = 300;
const WEEK_MS = 7 * 86_400_000;

/** By name; those that are archived only when asked for, and then no others. */
export const listRules = (
  accountId: AccountId,
  { isArchived, now }: { isArchived: boolean; now: Date },
): Promise<RuleRow[]> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await readRules(tx, {
      where: tx`r.archived_at is ${isArchived ? tx`not null` : tx`null`}`,
      since: new Date(now.getTime() - WEEK_MS),
    });
    return rows;
  });

/** Throws `not_found`. */
export const getRule = (accountId: AccountId, ruleId: string, now: Date): Promise<RuleRow> =>
  withAccountSql(accountId, async (tx) => {
    const [rule] = await readRules(tx, {
      where: tx`r.id = ${ruleId}`,
      since: new Date(now.getTime() - WEEK_MS),
    });
    if (!rule) throw new AppError("not_found");
    return rule;
  });

type Stored = Omit<RuleRow, "updatedAt" | "lastAt"> & { updatedAt: Date; lastAt: Date | null };

async function readRules(
  tx: SqlTx,
  { where, since }: { where: ReturnType<SqlTx>; since: Date },
): Promise<RuleRow[]> {
  const rows = await tx<Stored[]>`
    select r.id, r.name, r.is_on as "isOn", r.archived_at is not null as "isArchived", r.trigger, r.actions,
      r.revision, r.updated_at as "updatedAt", week.followed, week.failed,
      (select at from rule_runs l where l.rule_id = r.id order by l.id desc limit 1) as "lastAt"
    from rules r cross join lateral (
      select count(*) filter (where status <> 'refused')::int as followed,
        count(*) filter (where status = 'failed')::int as failed
      from (select status, at from rule_runs l where l.rule_id = r.id order by l.id desc limit ${MAX_COUNTED + 1}) l
      where l.at > ${since}
    ) week
    where ${where} order by lower(r.name), r.id limit ${SHOWN}`;
  return rows.map(({ updatedAt, lastAt, ...row }) => ({
    ...row,
    updatedAt: updatedAt.toISOString(),
    lastAt: lastAt?.toISOString() ?? null,
  }));
}

export type MacroRow = {
  id: string;
  name: string;
  actions: RuleAction[];
  /** Everybody's; otherwise the reader's own. */
  isShared: boolean;
  isArchived: boolean;
  updatedAt: string;
  lastAt: string | null;
};

/** Everybody's and the person's own, by name. */
export const listMacros = (
  accountId: AccountId,
  { userId, isArchived }: { userId: string; isArchived: boolean },
): Promise<MacroRow[]> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await tx<
      (Omit<MacroRow, "updatedAt" | "lastAt"> & { updatedAt: Date; lastAt: Date | null })[]
    >`
      select m.id, m.name, m.actions, m.owner_id is null as "isShared", m.archived_at is not null as "isArchived",
        m.updated_at as "updatedAt",
        (select max(at) from rule_runs l where l.macro_id = m.id) as "lastAt"
      from macros m
      where (m.owner_id is null or m.owner_id = ${userId})
        and m.archived_at is ${isArchived ? tx`not null` : tx`null`}
      order by lower(m.name), m.id limit ${SHOWN}`;
    return rows.map(({ updatedAt, lastAt, ...row }) => ({
      ...row,
      updatedAt: updatedAt.toISOString(),
      lastAt: lastAt?.toISOString() ?? null,
    }));
  });

/** What a click in a conversation may carry out. */
export type MacroChoice = Pick<MacroRow, "id" | "name" | "isShared">;

export const macroChoices = async (accountId: AccountId, userId: string): Promise<MacroChoice[]> => {
  const rows = await listMacros(accountId, { userId, isArchived: false });
  return rows.map(({ id, name, isShared }) => ({ id, name, isShared }));
};

/** What the forms of rules and macros offer; the key of the account's webhooks for those who may manage rules. */
export type AutomationOptions = RuleOptions & { webhookKey: string | null };

export const automationOptions = async (
  accountId: AccountId,
  { canManage }: { canManage: boolean },
): Promise<AutomationOptions> => ({
  ...(await loadRuleOptions(accountId)),
  webhookKey: canManage ? webhookKeyOf(accountId) : null,
});

/** Of all rules and of the macros that the person sees, archived ones too: what the log can be asked for. */
export const listNames = (accountId: AccountId, userId: string) =>
  withAccountSql(accountId, async (tx) => {
    type Named = { id: string; name: string };
    const rules = await tx<Named[]>`
      select id, name from rules order by archived_at is not null, lower(name), id limit ${SHOWN}`;
    const macros = await tx<Named[]>`
      select id, name from macros where owner_id is null or owner_id = ${userId}
      order by archived_at is not null, lower(name), id limit ${SHOWN}`;
    return { rules: [...rules], macros: [...macros] };
  });
