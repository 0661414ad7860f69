"use client";

import { ClipboardCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { SuggestionStrip } from "@/components/ai-enrollment/suggestion-strip";
import { useAddress } from "@/components/contacts/use-address";
import { useCommands } from "@/components/shell/commands";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { useMedia } from "@/components/ui/use-media";
import type { SuggestionCount } from "@/lib/ai-enrollment/schema";
import type { DraftChoices } from "@/lib/approvals/data";
import { type DraftCounts, type DraftPage, draftFilterSchema } from "@/lib/approvals/schema";
import { DraftColumn } from "./draft-column";
import { DraftQueue } from "./draft-queue";
import { NoDrafts } from "./no-drafts";
import { afterLeaving, upNext, walkTo } from "./queue-order";
import { useChanges } from "./use-changes";
import { useDecisions } from "./use-decisions";
import { useReadAhead } from "./use-draft";
import { useQueue } from "./use-queue";
import { useShown } from "./use-shown";
import { useTicks } from "./use-ticks";

type ApprovalsScreenProps = {
  account: string;
  initial: DraftPage;
  /** Of people whom Maestro would enroll. */
  suggestions: SuggestionCount[];
  counts: DraftCounts;
  choices: DraftChoices;
  userId: string;
  isMaestroOn: boolean;
  maySetUp: boolean;
};

/** What waits for a person | the conversation | the draft. On a phone one draft at a time. */
export function ApprovalsScreen({
  account,
  initial,
  suggestions,
  choices,
  userId,
  ...rest
}: ApprovalsScreenProps) {
  const t = useTranslations("approvals");
  const { current } = useAddress();
  const isBeside = useMedia("(min-width: 768px)", false);
  const queue = useQueue(account, initial);
  const { shown, show } = useShown();
  const onLeave = (id: string) => {
    if (id === shown) show(afterLeaving(rows, id));
  };
  const decisions = useDecisions({ account, onLeave, show });
  const rows = queue.rows.filter(({ id }) => !decisions.leaving.has(id));
  const ticks = useTicks(account, rows);
  const counts = useChanges(account, shown, rest.counts);
  useReadAhead(account, upNext(rows, shown));

  // Where there is room the first one is open at once, and stays so when an older one comes in before it.
  const first = rows[0]?.id;
  useEffect(() => {
    if (isBeside && !shown && first) show(first);
  }, [isBeside, shown, first, show]);

  const walk = (by: 1 | -1) => {
    const target = walkTo(rows, shown, by);
    if (target) show(target);
  };
  useCommands([
    { id: "draft-next", label: t("keys.next"), shortcut: "j", isKeyOnly: true, run: () => walk(1) },
    { id: "draft-previous", label: t("keys.previous"), shortcut: "k", isKeyOnly: true, run: () => walk(-1) },
  ]);
  const number = rows.findIndex(({ id }) => id === shown) + 1;
  const filter = draftFilterSchema.parse(Object.fromEntries(current));
  const empty = <NoDrafts account={account} filter={filter} isFiltered={queue.isFiltered} {...rest} />;

  return (
    <div className="-mb-20 md:-mb-10 flex h-[calc(100dvh-2.75rem-3.5rem)] min-h-96 md:h-[calc(100dvh-2.75rem)]">
      <h1 className="sr-only">{t("title")}</h1>
      <div
        className={cn(
          "flex w-full min-w-0 shrink-0 flex-col border-r md:w-72 xl:w-80",
          shown && "max-md:hidden",
        )}
      >
        <SuggestionStrip account={account} initial={suggestions} />
        <DraftQueue
          {...{ account, userId, queue, rows, ticks, counts, shown, empty }}
          sequences={choices.sequences}
          onShow={show}
        />
      </div>
      <div className={cn("flex min-w-0 flex-1", !shown && "max-md:hidden")}>
        {shown ? (
          <DraftColumn
            key={shown}
            {...{ account, userId, decisions }}
            id={shown}
            members={choices.members}
            place={number > 0 ? { number, of: Math.max(rows.length, number) } : null}
            onBack={() => show(null)}
          />
        ) : (
          rows.length === 0 && (
            <div className="grid flex-1 place-items-center">
              <EmptyState icon={ClipboardCheck} title={t("choose.title")}>
                {t("choose.text")}
              </EmptyState>
            </div>
          )
        )}
      </div>
    </div>
  );
}
