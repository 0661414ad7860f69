"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { startBulkActAction } from "@/lib/enrollments/actions";
import type { AskedAct } from "@/lib/enrollments/schema";
import { type ActKind, askedOf, NO_CHOICE } from "./act-fields";
import { ActForm } from "./act-form";
import { BulkActOutlook, useBulkActPreview } from "./bulk-act-outlook";
import { type AskedFilter, asInput } from "./filter-fields";
import { bulkActsKey } from "./use-bulks";
import { watchBulk } from "./watched-bulks";

type BulkActDialogProps = {
  account: string;
  kind: ActKind;
  filter: AskedFilter;
  exampleId: string;
  onClose: () => void;
  onStarted: () => void;
};

/** Says to how many runs an act would apply, and begins it; from then on it goes on by itself. */
export function BulkActDialog({ account, kind, filter, exampleId, onClose, onStarted }: BulkActDialogProps) {
  const t = useTranslations("enrollments");
  const queries = useQueryClient();
  const [choice, setChoice] = useState(NO_CHOICE);
  const asked = askedOf(kind, choice);
  const preview = useBulkActPreview({ account, filter, act: asked });

  const begin = async (act: AskedAct) => {
    const answer = await startBulkActAction({ account, act, filter: asInput(filter) }).catch(() => undefined);
    if (!answer?.data) return refusalOf(answer) ?? t("failed");
    watchBulk(queries, account, answer.data.bulkActId);
    await queries.invalidateQueries({ queryKey: bulkActsKey(account) });
    onClose();
    onStarted();
    return null;
  };

  return (
    <ActForm
      {...{ account, kind, choice, onClose }}
      title={t(`onMany.titles.${kind}`)}
      runId={exampleId}
      onChoose={setChoice}
      isVain={!preview.data?.changed}
      carryOut={begin}
    >
      {asked && <BulkActOutlook preview={preview} />}
      <p className="text-muted-foreground text-xs">{t("onMany.wait")}</p>
    </ActForm>
  );
}
