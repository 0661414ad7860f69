"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { MAX_TEXT_LENGTH } from "@/lib/core/compose";
import { type Rendered, renderText } from "@/lib/core/liquid";
import { smsSize } from "@/lib/core/message-size";
import { CHANNELS, type Channel, type Step } from "@/lib/core/model";
import { useEditor } from "../editor/editor-scope";

/** The step as the contact will see it on its channel, while it is typed. */
export function MessageBubble({ step, number }: { step: Step; number: number }) {
  const t = useTranslations("sequences.bubble");
  const { render, filledFor, context } = useEditor();
  const channel =
    CHANNELS.find((one) => one === step.channel) ?? context.inboxes[0]?.channel ?? ("whatsapp" as const);
  const name = filledFor ?? t("sample");
  const fill = (text: string) => renderText(text, render);

  return (
    <section
      aria-label={t("label", { number })}
      className="grid min-w-0 content-start gap-2 border-dashed @max-xl:border-t @max-xl:pt-3 @xl:border-l @xl:pl-5"
    >
      <p className="truncate text-muted-foreground text-xs">{t("as", { name })}</p>
      {step.content.type === "template" ? (
        <Bubble channel="whatsapp">
          <p className="text-muted-foreground text-xs">
            {t("template", {
              name: step.content.template.name || "…",
              language: step.content.template.language || "…",
            })}
          </p>
          <ol className="list-decimal pl-5">
            {step.content.template.parameters.map((parameter, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a value is known by its position alone
              <li key={index}>
                <Filled rendered={fill(parameter)} name={name} />
              </li>
            ))}
          </ol>
        </Bubble>
      ) : (
        <>
          <Bubble
            channel={channel}
            subject={
              channel === "email" && (
                <Filled rendered={fill(step.content.subject ?? "")} name={name} empty={t("noSubject")} />
              )
            }
          >
            <Filled rendered={fill(step.content.text)} name={name} empty={t("empty")} />
          </Bubble>
          <Size rendered={fill(step.content.text)} channel={channel} />
        </>
      )}
    </section>
  );
}

/** The forms that the channels give a message, so far as they matter for reading it. */
function Bubble({
  channel,
  subject,
  children,
}: {
  channel: Channel;
  subject?: ReactNode;
  children: ReactNode;
}) {
  if (channel === "email") {
    return (
      <div className="max-h-80 overflow-y-auto rounded-md border bg-background">
        <div className="border-b px-3 py-1.5 font-medium">{subject}</div>
        <div className="px-3 py-2">{children}</div>
      </div>
    );
  }
  return (
    <div
      className={cn(
        "relative max-h-80 w-fit min-w-16 max-w-full overflow-y-auto px-3 py-2",
        channel === "whatsapp" ? "rounded-lg rounded-tl-none border bg-background" : "rounded-2xl bg-muted",
      )}
    >
      {children}
    </div>
  );
}

function Filled({ rendered, name, empty }: { rendered: Rendered; name: string; empty?: string }) {
  const t = useTranslations("sequences.bubble");
  if (rendered.ok) {
    if (rendered.text.trim() === "" && empty) return <p className="text-muted-foreground">{empty}</p>;
    return <p className="whitespace-pre-wrap break-words">{rendered.text}</p>;
  }
  if (rendered.missing === null) return <p className="text-muted-foreground">{t("broken")}</p>;
  return <p className="text-amber">{t("missing", { variable: rendered.missing, name })}</p>;
}

function Size({ rendered, channel }: { rendered: Rendered; channel: Channel }) {
  const t = useTranslations();
  if (!rendered.ok || rendered.text === "") return null;
  const count = rendered.text.length;
  const max = MAX_TEXT_LENGTH[channel];
  if (count > max) {
    return (
      <p className="text-red text-xs">
        {t("sequences.bubble.tooLong", { channel: t(`status.channel.${channel}`), count, max })}
      </p>
    );
  }
  // A mailbox has no limit that anybody would write up to.
  if (channel === "email") return null;
  const sms = channel === "sms" ? smsSize(rendered.text) : null;
  return (
    <p className="text-muted-foreground text-xs">
      {t("sequences.bubble.characters", { count, max })}
      {sms && ` · ${t("sequences.bubble.segments", { count: sms.segments })}`}
      {sms?.isUnicode && ` · ${t("sequences.bubble.unicode")}`}
    </p>
  );
}
