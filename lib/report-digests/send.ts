import type { AccountId } from "@/lib/accounts/account-id";
import { eachAccount } from "@/lib/engine/each-account";
import { log } from "@/lib/log";
import { hasSystemMail, sendSystemMails } from "@/lib/mailer/send";
import { type ClaimedDigest, claimDigests, giveBackDigest } from "./claim";
import { contentOf } from "./content";
import { digestMail } from "./mail";
import { type DigestAccount, loadAccount } from "./read-account";

type Sent = { sent: number; empty: number; unknown: number; givenBack: number };

/**
 * Mails the digests of an account that are due. Each is claimed before anything else, so that none is mailed twice, and
 * given back to be tried an hour later where surely nobody got it.
 */
export async function sendDigests(accountId: AccountId, now: Date): Promise<Sent> {
  const done: Sent = { sent: 0, empty: 0, unknown: 0, givenBack: 0 };
  if (!hasSystemMail()) return done;
  const claimed = await claimDigests(accountId, now);
  if (claimed.length === 0) return done;
  const account = await loadAccount(accountId);
  for (const digest of claimed) done[await sendOne(accountId, { digest, account, now })] += 1;
  return done;
}

type Sending = { digest: ClaimedDigest; account: DigestAccount; now: Date };

async function sendOne(accountId: AccountId, { digest, account, now }: Sending): Promise<keyof Sent> {
  const { userId } = digest;
  try {
    const content = await contentOf(accountId, digest, now);
    if (!content) return "empty";
    const [outcome] = await sendSystemMails([digestMail(digest, { content, account })]);
    if (outcome?.kind === "sent") return "sent";
    log.error({ accountId, userId, outcome }, "a digest could not be mailed");
    if (outcome?.kind === "unknown") return "unknown";
  } catch (error) {
    log.error({ err: error, accountId, userId }, "a digest could not be made");
  }
  await giveBackDigest(accountId, digest);
  return "givenBack";
}

/** Of every account that uses the module. Answers how many were mailed. */
export async function sendAllDigests(now: Date): Promise<number> {
  if (!hasSystemMail()) return 0;
  const { done } = await eachAccount({
    digests: async (accountId) => (await sendDigests(accountId, now)).sent,
  });
  return done.digests;
}
