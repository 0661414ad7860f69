"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import { foreseeMacroAction, runMacroAction } from "@/lib/automation/actions";
import type { MacroChoice } from "@/lib/automation/data";
import type { ActionResult, Foreseen } from "@/lib/automation/schema";
import { useResultWords } from "./use-result-words";

type Asked = { account: string; conversationId: string; onDone?: () => void; onClose: () => void };

/** One macro chosen, foreseen and run; a toast says what came of it. */
export function useMacroMenu({ account, conversationId, onDone, onClose }: Asked) {
  const t = useTranslations("automation.menu");
  const say = useResultWords();
  const [chosen, setChosen] = useState<MacroChoice | null>(null);
  const [foreseen, setForeseen] = useState<Foreseen[] | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const asked = useRef<string | null>(null);

  const forget = () => {
    asked.current = null;
    setChosen(null);
    setForeseen(null);
    setRefusal(null);
  };
  const choose = async (macro: MacroChoice) => {
    forget();
    setChosen(macro);
    asked.current = macro.id;
    const answer = await foreseeMacroAction({ account, macroId: macro.id, conversationId });
    // Another one was chosen meanwhile.
    if (asked.current !== macro.id) return;
    setForeseen(answer?.data ?? null);
    if (!answer?.data) setRefusal(refusalOf(answer) ?? t("failed"));
  };
  const run = async () => {
    if (!chosen) return;
    setBusy(true);
    const answer = await runMacroAction({ account, macroId: chosen.id, conversationId });
    setBusy(false);
    if (!answer?.data) return setRefusal(refusalOf(answer) ?? t("failed"));
    tell(chosen.name, answer.data.results);
    onClose();
    onDone?.();
  };

  const tell = (name: string, results: ActionResult[]) => {
    const failed = results.filter(({ outcome }) => outcome === "failed");
    const done = results.filter(({ outcome }) => outcome === "done").length;
    const description = results
      .filter(({ outcome }) => outcome !== "done")
      .map(say)
      .join(" ");
    const more = description ? { description } : {};
    if (failed.length > 0) toast.error(t("refused", { name, count: failed.length }), more);
    else if (done < results.length) toast(t("partly", { name, done, count: results.length }), more);
    else toast.success(t("done", { name }));
  };
  return { chosen, foreseen, refusal, isBusy, choose, forget, run };
}
