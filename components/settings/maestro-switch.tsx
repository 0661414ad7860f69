"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { Field } from "@/components/ui/field";
import { Switch } from "@/components/ui/switch";
import { toast } from "@/components/ui/toast";
import { switchMaestroAction } from "@/lib/maestro-settings/actions";

type MaestroSwitchProps = { account: string; isOn: boolean; isReadOnly: boolean };

export function MaestroSwitch({ account, isOn, isReadOnly }: MaestroSwitchProps) {
  const t = useTranslations("maestro.state");
  const router = useRouter();
  const { execute, result, isPending, input } = useAction(switchMaestroAction, {
    onSuccess: ({ input: asked }) => {
      toast.success(t(asked.isOn ? "switchedOn" : "switchedOff"));
      router.refresh();
    },
  });
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
