import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { changeThreadStatus, type StatusChange } from "./thread-status";

type Resolving = { conversationId: string; actorId: string | null; now: Date };

/** Resolves a conversation and ends the runs that end on it. Throws `not_found`. Resolving twice changes nothing. */
export const resolveConversation = (accountId: AccountId, resolving: Resolving): Promise<StatusChange> =>
  withAccountSql(accountId, (tx) => changeThreadStatus(tx, accountId, { ...resolving, to: "resolved" }));
