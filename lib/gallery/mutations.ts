import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/locale";
import { createSequence } from "@/lib/sequences/mutations";
import { instantiate } from "./instantiate";
import { findReadyMade } from "./ready-made";

/** A new draft from a ready-made sequence in one language. Throws `not_found` for one that does not exist. */
export async function startFromGallery(
  accountId: AccountId,
  { readyMadeId, locale, actorId, now }: { readyMadeId: string; locale: Locale; actorId: string; now: Date },
): Promise<{ id: string }> {
  const readyMade = findReadyMade(readyMadeId);
  if (!readyMade) throw new AppError("not_found");
  const { name, about } = readyMade.words[locale];
  const draft = instantiate(readyMade, locale);
  return createSequence(accountId, { name, description: about, draft, actorId, now });
}
