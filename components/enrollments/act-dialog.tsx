"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type ActKind, askedOf, NO_CHOICE } from "./act-fields";
import { ActForm } from "./act-form";
import { ActPreviewView } from "./act-preview";
import { useRunActs } from "./use-run-acts";

type ActDialogProps = {
  account: string;
  kind: ActKind;
  ids: string[];
  onClose: () => void;
  onActed?: (() => void) | undefined;
};

/** Says what an act would do before it is done. */
export function ActDialog({ account, kind, ids, onClose, onActed }: ActDialogProps) {
  const t = useTranslations("enrollments.act");
  const { act } = useRunActs(account);
  const [choice, setChoice] = useState(NO_CHOICE);
  const asked = askedOf(kind, choice);
  return (
    <ActForm
      {...{ account, kind, choice, onClose }}
      title={t(`title.${kind}`, { count: ids.length })}
      runId={ids[0] ?? ""}
      onChoose={setChoice}
      carryOut={async (wish) => {
        const refusal = await act(ids, wish);
        if (refusal) return refusal;
        onClose();
        onActed?.();
        return null;
      }}
    >
      {asked && <ActPreviewView account={account} ids={ids} act={asked} />}
    </ActForm>
  );
}
