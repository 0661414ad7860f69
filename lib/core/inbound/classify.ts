import type { InboundMeaning } from "../model";
import { isAutomaticText, saysAway } from "./out-of-office";
import { ownWords } from "./own-words";
import { returnDay } from "./return-date";
import { wishOf } from "./wish";

type Inbound = {
  text: string;
  /** Of an email. */
  subject?: string | null;
  /** The provider, or the headers of the mail, say that no person wrote it. */
  isAutomatic: boolean;
  /** When it was written. */
  at: Date;
};

export type Classified = {
  meaning: Exclude<InboundMeaning, "reaction">;
  /** The day (ISO) on which somebody who is away is back, if the notice says it. */
  returnOn: string | null;
};

/**
 * What an inbound message means, by rules alone. A wish about being written to comes first and counts in whatever a
 * person writes; then what a program wrote; everything else is a reply, because taking a reply for something less would
 * let the run go on.
 */
export function classifyInbound({ text, subject = null, isAutomatic, at }: Inbound): Classified {
  const own = ownWords(text);
  if (!isAutomatic) {
    // A mail program that unsubscribes by mail writes the wish where the address of the link asks for it.
    const wish = wishOf(own === "" && subject && !/^\s*(re|fwd?|enc|rv)\s*:/i.test(subject) ? subject : own);
    if (wish) return { meaning: wish, returnOn: null };
    if (!isAutomaticText(own)) return { meaning: "reply", returnOn: null };
  }
  const whole = subject ? `${subject}\n${own}` : own;
  const returnOn = returnDay(own, at) ?? returnDay(whole, at);
  if (returnOn !== null || saysAway(whole)) return { meaning: "out_of_office", returnOn };
  return { meaning: "automatic", returnOn: null };
}
