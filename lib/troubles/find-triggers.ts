import type { SqlTx } from "@/db/client";
import type { Trigger } from "@/lib/core/model-rules";
import { daysBefore, type FoundThing, nameFound } from "./found";
import { loadKnownNames } from "./known-names";
import { missingNames, tagsAsked } from "./missing-names";
import type { Trouble } from "./schema";
import { silentLooks } from "./silent-looks";
import { isSilent } from "./silent-trigger";

/** A trigger that is younger has had no time to prove itself. */
const SILENT_DAYS = 30;
/** More triggers than an account has; the rest is looked at when these are mended. */
const MOST_LOOKED_AT = 500;

type Looking = { accountId: string; now: Date };

export type ListenerRow = {
  id: string;
  sequenceId: string | null;
  ruleId: string | null;
  name: string;
  trigger: Trigger;
  isOld: boolean;
};

/**
 * Triggers of active sequences and rules that cannot be met any more, and those that have matched nobody for thirty days
 * although what they listen to has happened again and again; Maestro's looks for people among the latter.
 */
export async function findTriggers(tx: SqlTx, looking: Looking): Promise<(Trouble | null)[]> {
  const { accountId, now } = looking;
  const listeners = await tx<ListenerRow[]>`
    select t.id, t.sequence_id as "sequenceId", t.rule_id as "ruleId", coalesce(s.name, r.name) as name, t.trigger,
      t.id < id_floor(${daysBefore(now, SILENT_DAYS)}) as "isOld"
    from triggers t left join sequences s on s.id = t.sequence_id left join rules r on r.id = t.rule_id
    where t.account_id = ${accountId} order by t.id limit ${MOST_LOOKED_AT}`;
  // Somebody who sets up a trigger may give the tag for the first time tomorrow.
  const asked = listeners.filter(({ isOld }) => isOld).flatMap(({ trigger }) => tagsAsked(trigger));
  const known = listeners.length > 0 && (await loadKnownNames(tx, accountId, asked.slice(0, MOST_LOOKED_AT)));
  const broken = !known
    ? []
    : listeners.flatMap((listener) => {
        const tags = listener.isOld ? known.tags : null;
        const [missing] = missingNames(listener.trigger, { ...known, tags });
        return missing === undefined ? [] : [{ ...listener, detail: missing }];
      });
  const brokenIds = new Set(broken.map(({ id }) => id));
  const silent: Told[] = await silentLooks(tx, { accountId, since: daysBefore(now, SILENT_DAYS) });
  for (const listener of listeners) {
    if (!listener.isOld || brokenIds.has(listener.id)) continue;
    if (await isSilent(tx, { listener, accountId, since: daysBefore(now, SILENT_DAYS), now }))
      silent.push({ ...listener, detail: listener.trigger.name || listener.trigger.event });
  }
  return [...named("triggers_broken", broken), ...named("triggers_silent", silent)];
}

/** `detail`: what it names or listens to; null: it has Maestro look. */
export type Told = Pick<ListenerRow, "sequenceId" | "ruleId" | "name"> & { detail: string | null };

function named(kind: "triggers_broken" | "triggers_silent", rows: Told[]) {
  const thing = ({ sequenceId, ruleId, name, detail }: (typeof rows)[number]): FoundThing => ({
    ...{ id: sequenceId ?? ruleId ?? "", name, detail, at: null, waiting: null },
  });
  const sequences = rows.filter(({ sequenceId }) => sequenceId !== null).map(thing);
  const rules = rows.filter(({ ruleId }) => ruleId !== null).map(thing);
  const found = [nameFound(kind, "sequence", sequences), nameFound(kind, "rule", rules)];
  const [first, second] = found.filter((one) => one !== null);
  if (!first || !second) return [first ?? null];
  return [{ ...first, count: first.count + second.count, named: [...first.named, ...second.named] }];
}
