"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { Label } from "@/components/ui/label";
import { Switch } from "@/components/ui/switch";
import { toast } from "@/components/ui/toast";
import { switchAiEnrollmentAction } from "@/lib/ai-enrollment/actions";
import type { AiEnrollmentState } from "@/lib/ai-enrollment/schema";

type OnSwitchProps = { account: string; state: AiEnrollmentState; mayChange: boolean };

/** Off is off at once. */
export function OnSwitch({ account, state, mayChange }: OnSwitchProps) {
  const t = useTranslations("ai-enrollment");
  const queries = useQueryClient();
  const [wished, setWished] = useState<boolean | null>(null);
  const { sequence, config, isOn, maestro } = state;
  const canBeOn = config !== null && maestro === "on" && sequence.status === "active" && sequence.isPublished;
  const change = async (next: boolean) => {
    setWished(next);
    const wish = { account, sequenceId: sequence.id, isOn: next };
    const answer = await switchAiEnrollmentAction(wish).catch(() => undefined);
    if (answer?.data) toast.success(t(next ? "switchedOn" : "switchedOff"));
    else toast.error(refusalOf(answer) ?? t("failed"));
    await queries.invalidateQueries({ queryKey: ["live", account] });
    setWished(null);
  };
  return (
    <div className="flex items-center gap-2">
      <Switch
        id="ai-enrollment-on"
        checked={wished ?? isOn}
        disabled={!mayChange || wished !== null || (!isOn && !canBeOn)}
        onCheckedChange={(next) => void change(next)}
      />
      <Label htmlFor="ai-enrollment-on">{t("on")}</Label>
    </div>
  );
}
