import { subscribeAgain, unsubscribe } from "@/lib/engine/unsubscribe";
import { readUnsubscribeToken } from "@/lib/unsubscribe-token";

/** What the reader of a mail asks for by its link. Answers false for a link that was not made here. */
export async function followLink(token: string, wish: "stop" | "again", now: Date): Promise<boolean> {
  const who = readUnsubscribeToken(token);
  if (!who) return false;
  if (wish === "stop") await unsubscribe({ ...who, now });
  else await subscribeAgain({ ...who, now });
  return true;
}
