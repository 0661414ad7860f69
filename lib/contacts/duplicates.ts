import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { IdentityKind } from "@/lib/core/model";
import { whatsappVariants } from "@/lib/core/whatsapp-id";
import { whatsappIdOf } from "./identity";

export type Duplicate = {
  id: string;
  name: string;
  addresses: string[];
  reason: "same_number" | "same_name";
};

const MOST = 5;
/** Names that many people have are told apart by their addresses; more of them are not looked at. */
const MOST_OF_A_NAME = 50;
/** How many last digits of two numbers make them look alike: those that are left of a wrong area or country code. */
const ALIKE_DIGITS = 8;

type Row = { id: string; name: string; identities: { kind: IdentityKind; value: string }[] };

/**
 * Other contacts that may be the same person: one with another writing of the same number, or one of the same name whose
 * number ends alike or whose email has the same beginning.
 */
export const suggestDuplicates = (accountId: AccountId, contactId: string): Promise<Duplicate[]> =>
  withAccountSql(accountId, async (tx) => {
    const [self] = await read(tx, tx`c.id = ${contactId}`, 1);
    if (!self) return [];
    const ids = numbersOf(self).flatMap(whatsappVariants);
    const values = [...ids, ...ids.map((id) => `+${id}`)];
    const sameNumber = await read(
      tx,
      tx`c.id in (
        select contact_id from contact_identities
        where account_id = (select current_setting('app.account_id')::uuid) and kind in ('phone', 'whatsapp')
          and value = any(${values}))`,
      MOST + 1,
    );
    const sameName = await read(
      tx,
      tx`c.account_id = (select current_setting('app.account_id')::uuid) and lower(c.name) = lower(${self.name})`,
      MOST_OF_A_NAME,
    );
    const found = [
      ...sameNumber.map((row) => told(row, "same_number")),
      ...sameName.filter((row) => isAlike(self, row)).map((row) => told(row, "same_name")),
    ].filter(({ id }) => id !== contactId);
    return [...new Map(found.reverse().map((one) => [one.id, one])).values()].reverse().slice(0, MOST);
  });

const read = (tx: SqlTx, which: ReturnType<SqlTx>, most: number) => tx<Row[]>`
  select c.id, c.name, coalesce((
    select json_agg(json_build_object('kind', i.kind, 'value', i.value) order by i.id desc)
    from contact_identities i where i.contact_id = c.id), '[]') as identities
  from contacts c where c.deleted_at is null and ${which} order by c.id limit ${most}`;

/** Without the plus; business-scoped ids are no numbers. */
const numbersOf = ({ identities }: Row): string[] => [
  ...new Set(
    identities
      .filter(({ kind, value }) => kind !== "email" && /^\+?\d+$/.test(value))
      .map(({ value }) => whatsappIdOf(value)),
  ),
];

const beginningsOf = ({ identities }: Row): string[] =>
  identities
    .filter(({ kind }) => kind === "email")
    .map(({ value }) => (value.split("@")[0] ?? "").split("+")[0]?.replaceAll(".", "") ?? "");

function isAlike(one: Row, other: Row): boolean {
  const ends = (row: Row) => numbersOf(row).map((number) => number.slice(-ALIKE_DIGITS));
  const shares = (a: string[], b: string[]) => a.some((each) => each !== "" && b.includes(each));
  return shares(ends(one), ends(other)) || shares(beginningsOf(one), beginningsOf(other));
}

const told = ({ id, name, identities }: Row, reason: Duplicate["reason"]): Duplicate => ({
  ...{ id, name, reason },
  addresses: identities.filter(({ kind }) => kind !== "whatsapp").map(({ value }) => value),
});
