import type { SqlTx } from "@/db/client";
import { identityHash } from "@/lib/identity-hash";
import type { Identity } from "../identity";
import type { Problem } from "./problems";
import type { ContactRow } from "./rows";

export type PlannedRow = { row: ContactRow; contactId: string | null; missing: Identity[] };
export type Plan = {
  rows: PlannedRow[];
  problems: Problem[];
  /** How many of the rows are of people who opted out, of every channel or of one. */
  suppressed: number;
};

/**
 * What each row of a batch would do: make a contact (`contactId` null) or change one. Import and dry run ask the
 * same function. `lineOf`: on which line an earlier batch of the file has changed a contact.
 */
export async function planBatch(
  tx: SqlTx,
  rows: ContactRow[],
  lineOf: (contactId: string) => number | undefined,
): Promise<Plan> {
  const touched = new Map<string, number>();
  const owners = await ownersOf(
    tx,
    rows.flatMap((row) => row.identities),
  );
  const plan: Plan = { rows: [], problems: [], suppressed: 0 };
  for (const row of rows) {
    const known = row.identities.flatMap((identity) => owners.get(keyOf(identity)) ?? []);
    const [contactId = null, second] = new Set(known);
    const earlier = contactId && (touched.get(contactId) ?? lineOf(contactId));
    if (second) plan.problems.push({ line: row.line, code: "identity_conflict", data: {} });
    else if (earlier)
      plan.problems.push({ line: row.line, code: "duplicate_in_file", data: { first: earlier } });
    else {
      if (contactId) touched.set(contactId, row.line);
      plan.rows.push({ row, contactId, missing: row.identities.filter((each) => !owners.has(keyOf(each))) });
    }
  }
  plan.suppressed = await countSuppressed(tx, plan.rows);
  return plan;
}

const keyOf = ({ kind, value }: Identity) => `${kind}:${value}`;

async function ownersOf(tx: SqlTx, identities: Identity[]): Promise<Map<string, string>> {
  const found = await tx<{ kind: Identity["kind"]; value: string; contact_id: string }[]>`
    select i.kind, i.value, i.contact_id
    from unnest(${identities.map((each) => each.kind)}::text[], ${identities.map((each) => each.value)}::text[])
      as wanted(kind, value)
    join contact_identities i on i.kind = wanted.kind::identity_kind and i.value = wanted.value`;
  return new Map(found.map((row) => [keyOf(row), row.contact_id]));
}

async function countSuppressed(tx: SqlTx, rows: PlannedRow[]): Promise<number> {
  const hashesOf = ({ row }: PlannedRow) =>
    row.identities.map(({ kind, value }) => identityHash(kind, value));
  const found = await tx<{ identity_hash: string }[]>`
    select identity_hash from suppressions
    where identity_hash = any(${rows.flatMap(hashesOf)}) and lifted_at is null`;
  const suppressed = new Set(found.map((row) => row.identity_hash));
  return rows.filter((row) => hashesOf(row).some((hash) => suppressed.has(hash))).length;
}
