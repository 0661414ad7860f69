import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Segment } from "./schema";

const MOST = 200;

export const listSegments = (accountId: AccountId): Promise<Segment[]> =>
  withAccountSql(accountId, async (tx) => [
    ...(await tx<Segment[]>`select id, name, filter from segments order by lower(name), id limit ${MOST}`),
  ]);
