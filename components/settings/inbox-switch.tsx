"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { pauseInboxAction, resumeInboxAction } from "@/lib/inboxes/actions";

type InboxSwitchProps = {
  account: string;
  inbox: { id: string; name: string; status: "active" | "paused" };
  size?: "default" | "sm";
  /** Where the button stands alone with what it is about. */
  label?: string;
};

/** Pause or resume: while an inbox is paused its messages wait, none is lost. */
export function InboxSwitch({ account, inbox, size, label }: InboxSwitchProps) {
  const t = useTranslations("settings.inboxes");
  const router = useRouter();
  const client = useQueryClient();
  const isPaused = inbox.status === "paused";
  const { execute, isPending } = useAction(isPaused ? resumeInboxAction : pauseInboxAction, {
    onSuccess: () => {
      toast.success(isPaused ? t("resumed", { name: inbox.name }) : t("paused", { name: inbox.name }));
      void client.invalidateQueries({ queryKey: ["live", account] });
      router.refresh();
    },
    onError: ({ error }) => toast.error(error.serverError?.message ?? t("failed")),
  });
  return (
    <Button
      variant="outline"
      size={size}
      isBusy={isPending}
      aria-label={
        label ?? (isPaused ? t("resumeNamed", { name: inbox.name }) : t("pauseNamed", { name: inbox.name }))
      }
      onClick={() => execute({ account, id: inbox.id })}
    >
      {label ?? (isPaused ? t("resume") : t("pause"))}
    </Button>
  );
}
