import type { SqlTx } from "@/db/client";
import { PRIORITIES, type Priority, SEQUENCE_DEFAULTS } from "@/lib/core/model";
import type { Eligible, JudgeWish } from "./eligibility";

/** The live run that a contact has in an exclusivity group. */
type Holder = { contact_id: string; id: string; name: string; priority: Priority | null };

/**
 * A contact has one live run in an exclusivity group: the highest priority stays, and among equals the one that is
 * there. The others that are free otherwise are refused with the name of the sequence that holds the contact.
 */
export async function holdToGroup(
  tx: SqlTx,
  { snapshot: { exclusivityGroup: group, priority }, sequenceId }: JudgeWish,
  { free, existing, refused }: Eligible,
): Promise<Eligible> {
  if (group === null || free.length === 0) return { free, existing, refused };
  const contactIds = [...new Set(free.map((one) => one.contactId))];
  const holders = await loadHolders(tx, { contactIds, group });
  const own = await nameOf(tx, sequenceId);
  const left: Eligible["free"] = [];
  const taken = new Set<string>();
  const told = new Set<string>();
  for (const one of free) {
    const { contactId } = one;
    const holder = holders.get(contactId);
    // Of several records of a contact the first one takes the place.
    const isHeld =
      taken.has(contactId) || (holder !== undefined && rankOf(holder.priority) <= rankOf(priority));
    if (!isHeld) {
      taken.add(contactId);
      left.push(holder ? { ...one, supersedes: holder.id } : one);
    } else if (!told.has(contactId)) {
      told.add(contactId);
      refused.push({
        contactId,
        code: "exclusive",
        other: taken.has(contactId) ? own : (holder?.name ?? own),
      });
    }
  }
  return { free: left, existing, refused };
}

/** Smaller goes first. */
const rankOf = (priority: Priority | null) => PRIORITIES.indexOf(priority ?? SEQUENCE_DEFAULTS.priority);

async function loadHolders(
  tx: SqlTx,
  { contactIds, group }: { contactIds: string[]; group: string },
): Promise<Map<string, Holder>> {
  const rows = await tx<{ contact_id: string; id: string; version_id: string }[]>`
    select e.contact_id, e.id, e.version_id from enrollments e
    where e.contact_id = any(${contactIds}) and e.exclusivity_group = ${group} and e.status in ('active', 'paused')`;
  // Named apart from that: few sequences and versions stand behind many runs.
  const versions = await tx<{ id: string; name: string; priority: Priority | null }[]>`
    select v.id, s.name, v.snapshot->>'priority' as priority
    from sequence_versions v join sequences s on s.id = v.sequence_id
    where v.id = any(${[...new Set(rows.map((row) => row.version_id))]})`;
  const versionOf = new Map(versions.map((row) => [row.id, row]));
  return new Map(
    rows.map(({ contact_id, id, version_id }) => {
      const { name = "", priority = null } = versionOf.get(version_id) ?? {};
      return [contact_id, { contact_id, id, name, priority }];
    }),
  );
}

async function nameOf(tx: SqlTx, sequenceId: string): Promise<string> {
  const [row] = await tx<{ name: string }[]>`select name from sequences where id = ${sequenceId}`;
  return row?.name ?? "";
}
