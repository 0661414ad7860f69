import { withAccountSql } from "@/db/client";
import { resolve, sendByHand, snooze } from "@/lib/conversations/mutations";
import { composeIn } from "@/lib/core/compose";
import { loadSpeaking, type ThreadAbout } from "../about";
import { type Act, type Acting, done, failed, nothing, type Outlook, ready } from "../acting";
import { stableId } from "../stable-id";

const HOUR_MS = 3_600_000;

/** In the event's thread, else in the contact's last one. Nobody who opted out or is blocked is ever written to. */
export const sending = (text: string): Act => ({
  foresee: (acting) => foreseeMessage(acting, text),
  perform: async (acting, { conversationId, text: said, ...data }) => {
    const { accountId, actorId: authorId, now, runId, index } = acting;
    const wish = { conversationId: String(conversationId), text: String(said), authorId, now };
    // The same id for every try: what was handed to the provider before a crash is not handed over again.
    const sent = await sendByHand(accountId, { ...wish, id: stableId(runId, index) });
    const where = { ...data, conversationId: wish.conversationId, messageId: sent.id };
    if (sent.status === "failed")
      return failed("send_failed", { ...where, detail: sent.errorDetail ?? sent.errorCode });
    if (sent.status === "unknown" || sent.status === "claimed") return failed("send_unknown", where);
    return done("sent", where);
  },
});

async function foreseeMessage(acting: Acting, text: string): Promise<Outlook> {
  const thread = acting.about.lastThread;
  if (!thread) return nothing("no_thread");
  const { actorId, now } = acting;
  const speaking = await withAccountSql(acting.accountId, (tx) =>
    loadSpeaking(tx, acting.about, { thread, actorId, now }),
  );
  if (!speaking) return nothing("contact_gone");
  const { contact, context } = speaking;
  if (contact.blockedAt) return nothing("blocked");
  const isOut = contact.suppressions.some(({ channel }) => channel === "all" || channel === thread.channel);
  if (isOut) return nothing("opted_out", { inbox: thread.inbox });
  const composed = composeIn({ type: "text", text }, thread.channel, context);
  if (!composed.ok) return failed(composed.because.code, composed.because.data);
  const data = { conversationId: thread.id, inbox: thread.inbox, text: composed.content.text };
  return ready("send_message", data);
}

export const resolving: Act = {
  foresee: async (acting) => foreseeThread(acting, "resolve", (thread) => thread.status === "resolved"),
  perform: async (acting, data) => {
    const { isChanged } = await resolve(acting.accountId, { ...onThread(acting, data.conversationId) });
    return isChanged ? done("resolved", data) : nothing("resolved_already", data);
  },
};

export const snoozing = (hours: number): Act => ({
  foresee: async (acting) => {
    const outlook = foreseeThread(acting, "snooze", () => false);
    return { ...outlook, data: { ...outlook.data, hours } };
  },
  perform: async (acting, data) => {
    // From when the run began: a try after a crash means the same moment, unless that has passed by then.
    const wished = acting.at.getTime() + hours * HOUR_MS;
    const until = new Date(wished > acting.now.getTime() ? wished : acting.now.getTime() + hours * HOUR_MS);
    await snooze(acting.accountId, { ...onThread(acting, data.conversationId), until });
    return done("snoozed", data);
  },
});

function foreseeThread(
  { about }: Acting,
  code: "resolve" | "snooze",
  isSo: (thread: ThreadAbout) => boolean,
): Outlook {
  const thread = about.lastThread;
  if (!thread) return nothing("no_thread");
  const data = { conversationId: thread.id, inbox: thread.inbox };
  return isSo(thread) ? nothing("resolved_already", data) : ready(code, data);
}

const onThread = ({ actorId, now }: Acting, conversationId: unknown) => ({
  conversationId: String(conversationId),
  actorId,
  now,
});
