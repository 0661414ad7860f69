import * as z from "zod";
import type { AccountId } from "@/lib/accounts/account-id";
import { open, seal, secretContext } from "@/lib/secret-box";

const secretsSchema = z.record(z.string(), z.string());
export type InboxSecrets = z.infer<typeof secretsSchema>;

const context = (accountId: AccountId) => ({ context: secretContext(accountId, "inboxes", "secrets") });

/** The credentials as the engine reads them: one sealed JSON text. */
export const sealedSecrets = (accountId: AccountId, secrets: InboxSecrets): string =>
  seal(JSON.stringify(secrets), context(accountId));

export const storedSecrets = (accountId: AccountId, sealed: string | null): InboxSecrets =>
  sealed === null ? {} : secretsSchema.parse(JSON.parse(open(sealed, context(accountId))));
