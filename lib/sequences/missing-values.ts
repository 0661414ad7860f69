import "server-only";
import type { PendingQuery, Row } from "postgres";
import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { RECORD_KINDS } from "@/lib/core/model";
import { ATTRIBUTE_KEY } from "@/lib/core/variables";
import type { MissingValue, MissingValues } from "./schema";

/** Of a larger account the newest are looked at, so that the answer comes while somebody types. */
const SAMPLE = 20_000;
const MAX_VARIABLES = 40;

/**
 * How many of the account's contacts (or deals, appointments, charges) have no value for each variable. Variables
 * that everybody has, or that nobody knows, are left out.
 */
export const countMissingValues = (
  accountId: AccountId,
  variables: readonly string[],
  sample = SAMPLE,
): Promise<MissingValues> =>
  withAccountSql(accountId, async (tx) => {
    const asked = [...new Set(variables)].slice(0, MAX_VARIABLES);
    const kinds = ["contact", ...RECORD_KINDS] as const;
    const counted = await Promise.all(kinds.map((kind) => countKind(tx, kind, asked, sample)));
    return Object.assign({}, ...counted);
  });

type Kind = MissingValue["kind"];
type Fragment = PendingQuery<Row[]>;

async function countKind(tx: SqlTx, kind: Kind, asked: string[], sample: number): Promise<MissingValues> {
  const lacking = asked.flatMap((name) => {
    const condition = name.startsWith(`${kind}.`) && lacks(tx, kind, name.slice(kind.length + 1));
    return condition ? [{ name, condition }] : [];
  });
  if (lacking.length === 0) return {};
  const counts = lacking
    .map(({ condition }): Fragment => tx`count(*) filter (where at <= ${sample} and ${condition})`)
    .reduce((all, one): Fragment => tx`${all}, ${one}`);
  const [row] = await tx<{ of: number; missing: number[] }[]>`
    select count(*)::int as of, array[${counts}]::int[] as missing
    from (${newest(tx, kind, sample + 1)}) r`;
  const { of = 0, missing = [] } = row ?? {};
  const about = { kind, of: Math.min(of, sample), isSample: of > sample };
  return Object.fromEntries(
    lacking.map(({ name }, index) => [name, { ...about, missing: missing[index] ?? 0 }]),
  );
}

function newest(tx: SqlTx, kind: Kind, limit: number): Fragment {
  const at = tx`row_number() over (order by id desc) as at`;
  switch (kind) {
    case "contact":
      return tx`select *, ${at} from contacts where deleted_at is null order by id desc limit ${limit}`;
    case "deal":
      return tx`select *, ${at} from deals order by id desc limit ${limit}`;
    case "appointment":
      return tx`select *, ${at} from appointments order by id desc limit ${limit}`;
    case "charge":
      return tx`select *, ${at} from charges order by id desc limit ${limit}`;
  }
}

/** When a row has no value of this name; null where every row has one, or none can. */
function lacks(tx: SqlTx, kind: Kind, key: string): Fragment | null {
  switch (`${kind}.${key}`) {
    case "contact.name":
      return tx`btrim(r.name) = ''`;
    case "contact.first_name":
      return tx`btrim(r.first_name) = ''`;
    case "contact.email":
    case "contact.phone":
      return tx`not exists (
        select from contact_identities i where i.contact_id = r.id and i.kind = ${key} and i.value <> '')`;
    case "contact.tags":
      return tx`r.tags = '{}'`;
    case "deal.amount":
    case "deal.currency":
      return tx`(r.amount is null or r.currency is null)`;
    case "deal.expected_close":
      return tx`r.expected_close_on is null`;
    case "appointment.ends_at":
      return tx`r.ends_at is null`;
    case "appointment.location":
      return tx`btrim(r.location) = ''`;
    case "charge.link":
      return tx`coalesce(btrim(r.payment_url), '') = ''`;
  }
  if (kind !== "contact" || !ATTRIBUTE_KEY.test(key)) return null;
  return tx`coalesce(btrim(r.attributes ->> ${key}, E' \\t\\r\\n'), '') = ''`;
}
