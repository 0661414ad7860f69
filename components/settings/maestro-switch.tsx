"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { useTransition } from "react";
import { Field } from "@/components/ui/field";
import { Switch } from "@/components/ui/switch";
import { toast } from "@/components/ui/toast";
import { switchMaestroAction } from "@/lib/maestro-settings/actions";

type MaestroSwitchProps = { account: string; isOn: boolean; isReadOnly: boolean };

export function MaestroSwitch({ account, isOn, isReadOnly }: MaestroSwitchProps) {
  const t = useTranslations("maestro.state");
  const router = useRouter();
  const [isRefreshing, startRefresh] = useTransition();
  const {
    execute,
    result,
    isPending: isStoring,
    input,
  } = useAction(switchMaestroAction, {
    onSuccess: ({ input: asked }) => {
      toast.success(t(asked.isOn ? "switchedOn" : "switchedOff"));
      startRefresh(() => router.refresh());
    },
  });
  // Until the page knows: the switch does not jump back meanwhile.
  const isPending = isStoring || isRefreshing;
  const isShownOn = isPending ? Boolean(input && "isOn" in input && input.isOn) : isOn;
  return (
    <Field
      isInline
      label={t(isShownOn ? "on" : "off")}
      hint={t(isShownOn ? "hintOn" : "hintOff")}
      error={result.serverError?.message}
    >
      <Switch
        checked={isShownOn}
        disabled={isReadOnly || isPending}
        onCheckedChange={(wanted) => execute({ account, isOn: wanted })}
      />
    </Field>
  );
}
