"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { getJson } from "@/components/sequences/get-json";
import { cn } from "@/components/ui/cn";
import { Skeleton } from "@/components/ui/skeleton";
import type { SandboxPhone } from "@/lib/sandbox/data";
import { AnswerForm } from "./answer-form";
import { looks } from "./looks";
import { PhoneHeader } from "./phone-header";
import { PhoneMessages } from "./phone-messages";
import { ThreadActs } from "./thread-acts";
import { useAnswer } from "./use-answer";
import { useOpened } from "./use-opened";

type PhoneProps = { account: string; threadId: string; canAnswer: boolean };

const REFRESH_MS = 1_500;

/** One contact's phone: what arrived, and the answer. */
export function Phone({ account, threadId, canAnswer }: PhoneProps) {
  const t = useTranslations("sandbox");
  const queries = useQueryClient();
  const queryKey = ["sandbox", account, threadId];
  const { data: phone, error } = useQuery({
    queryKey,
    queryFn: () => getJson<SandboxPhone>(`/api/a/${account}/sandbox/${threadId}`),
    refetchInterval: REFRESH_MS,
  });
  const refresh = () => queries.invalidateQueries({ queryKey: ["sandbox", account] });
  useOpened({ account, threadId, messages: canAnswer ? (phone?.messages ?? []) : [], onOpened: refresh });
  const answerer = useAnswer({ account, threadId, onAnswered: refresh });

  if (error && !phone) return <p role="alert">{error.message}</p>;
  if (!phone) return <Skeleton className="h-[36rem] w-full max-w-[23rem]" />;
  const look = looks[phone.thread.channel];
  return (
    <>
      <ThreadActs account={account} phone={phone} canResolve={canAnswer} onResolved={refresh} />
      <section
        aria-label={t("phoneOf", { name: phone.thread.contactName })}
        className={cn(
          "flex h-[38rem] max-h-[80dvh] w-full max-w-[23rem] flex-col overflow-hidden rounded-[2rem] border-[6px] border-foreground/85 dark:border-line",
          look.screen,
        )}
      >
        <PhoneHeader name={phone.accountName} channel={phone.thread.channel} />
        <PhoneMessages
          account={account}
          messages={phone.messages}
          channel={phone.thread.channel}
          answerer={canAnswer ? answerer : null}
        />
        {canAnswer && <AnswerForm answerer={answerer} />}
      </section>
    </>
  );
}
