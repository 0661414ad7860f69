"use client";

import {
  Archive,
  CopyPlus,
  Download,
  Ellipsis,
  FileUp,
  Filter,
  Pause,
  Play,
  UserPlus,
  UserSearch,
} from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Link } from "@/components/ui/link";
import type { SequenceRow } from "@/lib/sequences/schema";
import { ImportFile } from "../new/import-file";
import { type ChangeDraft, useImportInto } from "../new/use-import-into";
import { useSequenceActs } from "./use-sequence-acts";

/** Fetched when somebody archives. */
const ArchiveDialog = dynamic(() => import("./archive-dialog").then((module) => module.ArchiveDialog), {
  ssr: false,
});

type Acted = Pick<SequenceRow, "id" | "name" | "status" | "inFlight">;

type RowActsProps = {
  account: string;
  row: Acted;
  /** Only in the editor, where a file may take the place of the draft. */
  change?: ChangeDraft;
};

/** What can be done to a whole sequence; the list and the editor show the same menu. */
export function RowActs({ account, row, change }: RowActsProps) {
  const t = useTranslations("sequences");
  const enrollments = useTranslations("enrollments.enroll");
  const gallery = useTranslations("gallery.file");
  const people = useTranslations("ai-enrollment.link");
  const funnel = useTranslations("reports.funnel");
  const importInto = useImportInto(account, change);
  const [isArchiving, setArchiving] = useState(false);
  const [isFetched, setFetched] = useState(false);
  const acts = useSequenceActs(account, row);
  return (
    <>
      <ImportFile onFile={importInto}>
        {(chooseFile) => (
          <DropdownMenu>
            <DropdownMenuTrigger asChild>
              <Button variant="ghost" size="icon-sm" aria-label={t("actsOf", { name: row.name })}>
                <Ellipsis aria-hidden />
              </Button>
            </DropdownMenuTrigger>
            <DropdownMenuContent align="end">
              {row.status === "active" && (
                <>
                  <DropdownMenuItem asChild>
                    <Link href={`/${account}/enrollments?enroll=&sequence=${row.id}`}>
                      <UserPlus aria-hidden /> {enrollments("open")}
                    </Link>
                  </DropdownMenuItem>
                  <DropdownMenuItem onSelect={acts.pause}>
                    <Pause aria-hidden /> {t("pause")}
                  </DropdownMenuItem>
                </>
              )}
              <DropdownMenuItem asChild>
                <Link href={`/${account}/sequences/${row.id}/funnel`}>
                  <Filter aria-hidden /> {funnel("open")}
                </Link>
              </DropdownMenuItem>
              <DropdownMenuItem asChild>
                <Link href={`/${account}/sequences/${row.id}/ai-enrollment`}>
                  <UserSearch aria-hidden /> {people("open")}
                </Link>
              </DropdownMenuItem>
              {row.status === "paused" && (
                <DropdownMenuItem onSelect={acts.resume}>
                  <Play aria-hidden /> {t("resume")}
                </DropdownMenuItem>
              )}
              <DropdownMenuItem onSelect={acts.duplicate}>
                <CopyPlus aria-hidden /> {t("duplicate")}
              </DropdownMenuItem>
              <DropdownMenuItem asChild>
                <a href={`/api/a/${account}/sequences/${row.id}/export`} download>
                  <Download aria-hidden /> {t("export")}
                </a>
              </DropdownMenuItem>
              {change && (
                <DropdownMenuItem onSelect={chooseFile}>
                  <FileUp aria-hidden /> {gallery("into")}
                </DropdownMenuItem>
              )}
              {row.status !== "archived" && (
                <>
                  <DropdownMenuSeparator />
                  <DropdownMenuItem
                    variant="destructive"
                    onSelect={() => {
                      setFetched(true);
                      setArchiving(true);
                    }}
                  >
                    <Archive aria-hidden /> {t("archive")}
                  </DropdownMenuItem>
                </>
              )}
            </DropdownMenuContent>
          </DropdownMenu>
        )}
      </ImportFile>
      {isFetched && (
        <ArchiveDialog row={row} isOpen={isArchiving} onOpenChange={setArchiving} onArchive={acts.archive} />
      )}
    </>
  );
}
