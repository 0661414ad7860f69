import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { AttributeType } from "@/lib/core/model";
import type { AttributeDefinition, FreeAttribute } from "./schema";

/** How many of the newest contacts tell which attributes are in use: imports bring the same ones again. */
const SAMPLE = 20_000;
const MAX_FREE = 200;

/** In their order, the archived ones last. */
export const attributeDefinitions = (accountId: AccountId): Promise<AttributeDefinition[]> =>
  withAccountSql(accountId, loadDefinitions);

export const loadDefinitions = async (tx: SqlTx): Promise<AttributeDefinition[]> => [
  ...(await tx<AttributeDefinition[]>`
    select id, key, label, type, options, archived_at is not null as "isArchived" from attribute_definitions
    order by archived_at is not null, position, id`),
];

/** What contacts have and nobody has defined, with how many of the newest 20,000 have it. */
export const freeAttributes = (accountId: AccountId): Promise<FreeAttribute[]> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await tx<{ key: string; jsonType: string; contacts: number }[]>`
      select key, mode() within group (order by jsonb_typeof(value)) as "jsonType", count(*)::int as contacts
      from (select attributes from contacts where deleted_at is null order by id desc limit ${SAMPLE}) c,
        jsonb_each(c.attributes)
      where jsonb_typeof(value) <> 'null' and not exists (select from attribute_definitions d where d.key = jsonb_each.key)
      group by key order by count(*) desc, key limit ${MAX_FREE}`;
    return rows.map(({ key, jsonType, contacts }) => ({ key, contacts, type: typeOf(jsonType) }));
  });

function typeOf(jsonType: string): AttributeType {
  if (jsonType === "number") return "number";
  return jsonType === "boolean" ? "checkbox" : "text";
}
