import { type Act, type Acting, done, failed, ready } from "../acting";
import { callOut } from "../call-out";
import { stableId } from "../stable-id";
import { sign } from "../webhook-key";

const TIMEOUT_MS = 10_000;

/**
 * Tells another system, by ids and the contact's name. At least once: the id in the header is the same for every try.
 * Signed by Standard Webhooks (https://github.com/standard-webhooks/standard-webhooks).
 */
export const callingWebhook = (url: string): Act => ({
  foresee: async () => ready("call_webhook", { url }),
  perform: async (acting) => {
    const { host } = new URL(url);
    const id = stableId(acting.runId, acting.index);
    const body = JSON.stringify(messageOf(acting, id));
    const headers = {
      "content-type": "application/json",
      ...sign(acting.accountId, { id, body, at: acting.now }),
    };
    const answer = await callOut({ url, headers, body, timeoutMs: TIMEOUT_MS });
    if (answer.kind === "failure") return failed(`webhook_${answer.code}`, { host });
    const data = { host, status: answer.status };
    return answer.status >= 200 && answer.status < 300
      ? done("called", data)
      : failed("webhook_refused", data);
  },
});

function messageOf({ about, subject, event, at }: Acting, id: string) {
  const { contact, record, thread } = about;
  return {
    id,
    event,
    at: at.toISOString(),
    contact: { id: contact.id, name: contact.name },
    record: record ? { kind: record.kind, id: record.id } : null,
    conversation_id: thread?.id ?? subject.conversationId,
  };
}
