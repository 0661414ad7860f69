"use client";

import { useQueryClient } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import type { EnrollmentPage, SequenceOption } from "@/lib/enrollments/data";
import type { SavedView } from "@/lib/views/schema";
import type { SegmentOption } from "./audience-fields";
import { BulkLists } from "./bulk-lists";
import { EnrollDialog } from "./enroll-dialog";
import { EnrollmentBrowser } from "./enrollment-browser";
import { showInAddress, useFilterAddress } from "./filter-address";
import { RefusedList } from "./refused-list";
import { ViewBar } from "./view-bar";
import { listOf } from "./view-presets";

type EnrollmentsScreenProps = {
  account: string;
  userId: string;
  /** Null where the server was not asked for runs, or the address asks for what there is not. */
  initial: EnrollmentPage | null;
  sequences: SequenceOption[];
  segments: SegmentOption[];
  views: SavedView[];
  timeZone: string;
  canManage: boolean;
  canBulk: boolean;
};

export function EnrollmentsScreen({
  account,
  userId,
  initial,
  sequences,
  segments,
  views,
  timeZone,
  canManage,
  canBulk,
}: EnrollmentsScreenProps) {
  const t = useTranslations("enrollments");
  const router = useRouter();
  const queries = useQueryClient();
  const asked = useFilterAddress();
  const list = listOf(asked.address);
  const enroll = canBulk ? () => showInAddress({ enroll: "" }) : undefined;
  useCommands(
    enroll ? [{ id: "enroll", label: t("enroll.open"), shortcut: "n", icon: UserPlus, run: enroll }] : [],
  );
  const refresh = () =>
    void queries.invalidateQueries({ queryKey: ["enrollments", account] }).then(() => router.refresh());

  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("text")}
        actions={
          enroll && (
            <Button onClick={enroll}>
              <UserPlus aria-hidden /> {t("enroll.open")}
            </Button>
          )
        }
      />
      <ViewBar
        account={account}
        userId={userId}
        address={asked.address}
        views={views}
        canBulk={canBulk}
        canShare={canManage}
      />
      {list === "refused" && <RefusedList account={account} sequences={sequences} timeZone={timeZone} />}
      {list === "bulk" && canBulk && <BulkLists account={account} />}
      {list === "runs" && (
        <EnrollmentBrowser
          account={account}
          asked={asked}
          initial={initial}
          sequences={sequences}
          timeZone={timeZone}
          canManage={canManage}
          canBulk={canBulk}
          onEnroll={enroll}
        />
      )}
      {canBulk && (
        <EnrollDialog
          account={account}
          sequences={sequences}
          segments={segments}
          sequenceId={sequenceToPropose(asked.filter.sequence, sequences)}
          isOpen={asked.address.has("enroll")}
          onClose={() => showInAddress({ enroll: null })}
          onEnrolled={refresh}
        />
      )}
    </>
  );
}

const sequenceToPropose = (filtered: string | undefined, sequences: SequenceOption[]) =>
  sequences.find((sequence) => sequence.id === filtered && sequence.isEnrollable)?.id;
