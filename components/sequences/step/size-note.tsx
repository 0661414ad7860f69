"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { OutboundContent } from "@/lib/core/facts";
import { smsSize } from "@/lib/core/message-size";
import type { Channel } from "@/lib/core/model";
import { limitOf } from "./seen";

const FORCING_SHOWN = 6;

/** What of the channel's limit the message takes. A mailbox has none that anybody would write up to. */
export function SizeNote({ content, channel }: { content: OutboundContent; channel: Channel }) {
  const t = useTranslations("step.preview");
  const format = useFormatter();
  if (channel === "email" || content.type === "template") return null;
  const count = format.number(content.text.length);
  const max = format.number(limitOf(content, channel));
  const sms = channel === "sms" ? smsSize(content.text) : null;
  return (
    <p className="text-muted-foreground text-xs">
      {t("characters", { count, max })}
      {sms && ` · ${t("segments", { count: sms.segments })}`}
      {sms?.isUnicode &&
        ` · ${t("forcing", { count: sms.forcing.length, characters: sms.forcing.slice(0, FORCING_SHOWN).join(" ") })}`}
    </p>
  );
}
