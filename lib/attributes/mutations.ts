import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";
import type { AttributeDefinition } from "./schema";

type Told = Pick<AttributeDefinition, "label" | "type" | "options">;

/** Adds a definition behind the others. Its key stays what it is. Throws `conflict` for a key that is defined. */
export const defineAttribute = (accountId: AccountId, { key, ...told }: Told & { key: string }) =>
  withAccountSql(accountId, async (tx) => {
    const [row] = await tx<{ id: string }[]>`
      insert into attribute_definitions (account_id, key, label, type, options, position)
      select ${accountId}, ${key}, ${told.label}, ${told.type}, ${optionsOf(told)},
        coalesce(max(position) + 1, 0) from attribute_definitions
      on conflict (account_id, key) do nothing returning id`;
    if (!row) {
      throw new AppError("conflict", "attribute_key_taken", { fields: { key: "attribute_key_taken" } });
    }
    return { id: row.id };
  });

/** Values that contacts have are left as they are; a value of another type is asked for anew when it is edited. */
export const changeAttribute = (accountId: AccountId, { id, ...told }: Told & { id: string }) =>
  withAccountSql(accountId, async (tx) => {
    const changed = await tx`
      update attribute_definitions set label = ${told.label}, type = ${told.type}, options = ${optionsOf(told)}
      where id = ${id} and archived_at is null`;
    if (changed.count === 0) throw new AppError("not_found");
  });

/** Those that are not named keep their place behind them. */
export const orderAttributes = (accountId: AccountId, { ids }: { ids: string[] }) =>
  withAccountSql(accountId, async (tx) => {
    await tx`
      update attribute_definitions d set position = coalesce(array_position(${ids}::uuid[], d.id), d.position + 1000)`;
  });

/** The attribute leaves the forms; its values stay with the contacts. */
export const archiveAttribute = (accountId: AccountId, { id, now }: { id: string; now: Date }) =>
  withAccountSql(accountId, async (tx) => {
    const changed = await tx`
      update attribute_definitions set archived_at = ${now} where id = ${id} and archived_at is null`;
    if (changed.count === 0) throw new AppError("not_found");
  });

export const restoreAttribute = (accountId: AccountId, { id }: { id: string }) =>
  withAccountSql(accountId, async (tx) => {
    const changed = await tx`
      update attribute_definitions set archived_at = null where id = ${id} and archived_at is not null`;
    if (changed.count === 0) throw new AppError("not_found");
  });

const optionsOf = ({ type, options }: Told): string[] => (type === "list" ? [...new Set(options)] : []);
