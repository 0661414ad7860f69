import "server-only";
import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { RECORD_KINDS } from "@/lib/core/model";
import { type Pipeline, pipelinesOf } from "./board";
import { rowsOf } from "./rows";
import type { RecordRow } from "./schema";

const SHOWN = 100;

/** The deals, appointments and charges of a contact, newest first. */
export const listRecords = (accountId: AccountId, contactId: string): Promise<RecordRow[]> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await Promise.all(
      RECORD_KINDS.map(
        (kind) => tx<RecordRow[]>`
          ${rowsOf(tx, kind)} where r.contact_id = ${contactId} order by r.id desc limit ${SHOWN}`,
      ),
    );
    return rows
      .flat()
      .sort((a, b) => (a.id < b.id ? 1 : -1))
      .slice(0, SHOWN);
  });

export type OwnerOption = { id: string; name: string };
/** What the forms of records offer: who may be responsible, and where a deal may stand. */
export type RecordChoices = { owners: OwnerOption[]; pipelines: Pipeline[] };

export const recordChoices = (accountId: AccountId): Promise<RecordChoices> =>
  withAccountSql(accountId, async (tx) => {
    const [owners, pipelines] = await Promise.all([
      tx<OwnerOption[]>`
        select u.id, u.name from members m join users u on u.id = m.user_id order by u.name, u.id limit 500`,
      pipelinesOf(tx),
    ]);
    return { owners: [...owners], pipelines };
  });
