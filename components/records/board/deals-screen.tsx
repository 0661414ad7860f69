"use client";

import { Handshake, Plus, Settings2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { Board as BoardData } from "@/lib/records/board";
import type { OwnerOption } from "@/lib/records/data";
import type { RecordPage } from "@/lib/records/lists";
import { RecordTable } from "../record-table";
import { type FrameActs, type FrameProps, RecordsFrame } from "../records-frame";
import { Board } from "./board";
import { DealFilters } from "./deal-filters";
import { PipelineSettings } from "./pipeline-settings";
import { useBoard } from "./use-board";

type DealsScreenProps = Omit<FrameProps, "kind"> & {
  initial: BoardData;
  /** The list instead of the board, where the address asks for it. */
  page: RecordPage | null;
  owners: OwnerOption[];
  isFiltered: boolean;
};

export function DealsScreen({ initial, page, owners, isFiltered, ...frame }: DealsScreenProps) {
  const deals = useBoard(frame.account, initial, { isShown: page === null });
  const [isSetting, setSetting] = useState(false);
  return (
    <RecordsFrame
      {...frame}
      kind="deal"
      onStatus={(id, status) => status !== "open" && deals.take(id)}
      onChanged={() => void deals.refresh()}
    >
      {(acts) => (
        <>
          <Header canManage={frame.canManage} acts={acts} onSettings={() => setSetting(true)} />
          <DealFilters pipelines={deals.board.pipelines} owners={owners} isList={page !== null} />
          {page ? (
            <RecordTable {...frame} {...acts} kind="deal" page={page} isFiltered={isFiltered} />
          ) : (
            <BoardPart {...frame} deals={deals} acts={acts} isFiltered={isFiltered} />
          )}
          {frame.canManage && (
            <PipelineSettings
              account={frame.account}
              pipelines={deals.board.pipelines}
              pipelineId={deals.board.pipelineId}
              isOpen={isSetting}
              onClose={() => setSetting(false)}
              onChanged={() => void deals.refresh()}
            />
          )}
        </>
      )}
    </RecordsFrame>
  );
}

type HeaderProps = { canManage: boolean; acts: FrameActs; onSettings: () => void };

function Header({ canManage, acts, onSettings }: HeaderProps) {
  const t = useTranslations("records");
  useCommands(
    canManage ? [{ id: "new-deal", label: t("newOf.deal"), shortcut: "n", icon: Plus, run: acts.add }] : [],
  );
  return (
    <PageHeader
      title={t("titles.deals")}
      description={t("texts.deals")}
      actions={
        canManage && (
          <>
            <Button variant="outline" onClick={onSettings}>
              <Settings2 aria-hidden /> {t("pipeline.open")}
            </Button>
            <Button onClick={acts.add}>
              <Plus aria-hidden /> {t("newOf.deal")}
            </Button>
          </>
        )
      }
    />
  );
}

type BoardPartProps = Omit<FrameProps, "kind"> & {
  deals: ReturnType<typeof useBoard>;
  acts: FrameActs;
  isFiltered: boolean;
};

function BoardPart({ deals, acts, isFiltered, timeZone, canManage }: BoardPartProps) {
  const t = useTranslations("records");
  const isEmpty = deals.board.stages.every(({ count }) => count === 0);
  return (
    <>
      <Board
        board={deals.board}
        timeZone={timeZone}
        canManage={canManage}
        openId={acts.openId}
        onOpen={(id) => acts.open(id === acts.openId ? null : id)}
        onStep={acts.step}
        onOutcome={acts.step}
        onMove={(deal, place) => void deals.move(deal, place)}
        onHold={deals.hold}
        onMore={deals.showMore}
      />
      {deals.isStale && <p className="px-4 text-muted-foreground text-xs md:px-6">{t("board.stale")}</p>}
      {isEmpty && (
        <EmptyState
          icon={Handshake}
          title={isFiltered ? t("empty.filtered") : t("empty.deal")}
          action={
            canManage &&
            !isFiltered && (
              <Button onClick={acts.add}>
                <Plus aria-hidden /> {t("newOf.deal")}
              </Button>
            )
          }
        >
          {isFiltered ? t("empty.filteredText") : t("empty.dealText")}
        </EmptyState>
      )}
    </>
  );
}
