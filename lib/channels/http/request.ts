import type { DriverInbox, OutboundMessage } from "@/lib/channels/driver";
import type { OutboundContent } from "@/lib/core/facts";
import type { HttpConfig, HttpSecrets } from "./config";
import type { OutboundPayload } from "./payloads";

type SendData = Extract<OutboundPayload, { type: "message.send" }>["data"];

/** Body of a send. `timestamp` is of this request; the attempt's id stays the same however often it is made. */
export function payloadOf(
  { channel }: DriverInbox<HttpConfig, HttpSecrets>,
  message: OutboundMessage,
  now: Date,
): OutboundPayload {
  const { id, to, toName, locale, references, unsubscribeUrl, content } = message;
  return {
    type: "message.send",
    timestamp: now.toISOString(),
    data: {
      ...{ attempt_id: id, channel, to, to_name: toName, locale },
      ...contentOf(content),
      references,
      unsubscribe_url: unsubscribeUrl ?? null,
    },
  };
}

function contentOf(
  content: OutboundContent,
): Pick<SendData, "text" | "subject" | "media" | "quick_replies" | "template"> {
  const { text } = content;
  const none = { text, subject: null, media: null, quick_replies: [], template: null };
  switch (content.type) {
    case "text":
      return { ...none, subject: content.subject };
    case "rich": {
      const { subject, media, quickReplies } = content;
      const file = media && { kind: media.kind, url: media.url, file_name: media.fileName ?? null };
      return { ...none, subject, media: file, quick_replies: quickReplies };
    }
    case "template": {
      const { name, language, parameters, parameterNames = null, header, buttons = [] } = content;
      const head = header ? { type: header.type, value: header.value } : null;
      const template = { name, language, parameters, parameter_names: parameterNames, header: head };
      return { ...none, template: { ...template, buttons } };
    }
  }
}
