"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Status } from "@/components/ui/status";
import { Switch } from "@/components/ui/switch";
import { toast } from "@/components/ui/toast";
import { blockAction, liftAction, suppressAction, unblockAction } from "@/lib/contacts/actions";
import type { ContactDetail } from "@/lib/contacts/detail";
import type { Channel } from "@/lib/core/model";

type MessagingSwitchesProps = { account: string; contact: ContactDetail; canManage: boolean };

/** Whether the contact may be messaged at all. Switching either off ends the live runs. */
export function MessagingSwitches({ account, contact, canManage }: MessagingSwitchesProps) {
  const t = useTranslations("contacts.messaging");
  const channelName = useTranslations("status.channel");
  const router = useRouter();
  const [isBusy, startAct] = useTransition();
  const [shown, show] = useOptimistic({
    isOut: contact.suppressed.includes("all"),
    isBlocked: contact.isBlocked,
  });
  const input = { account, contactId: contact.id };
  const ofChannels = contact.suppressed.filter((each): each is Channel => each !== "all");

  const attempt = (change: Partial<typeof shown>, act: () => Promise<Parameters<typeof refusalOf>[0]>) =>
    startAct(async () => {
      show({ ...shown, ...change });
      const answer = await act().catch(() => ({ serverError: { message: t("failed") } }));
      const refused = refusalOf(answer);
      if (refused) toast.error(refused);
      router.refresh();
    });
  const optOut = (isOut: boolean) =>
    attempt({ isOut }, () => (isOut ? suppressAction : liftAction)({ ...input, channel: null }));
  const block = (isBlocked: boolean) =>
    attempt({ isBlocked }, () => (isBlocked ? blockAction : unblockAction)(input));

  return (
    <div className="grid gap-4">
      <Field isInline label={t("optOut")} hint={t("optOutHint")}>
        <Switch checked={shown.isOut} disabled={!canManage || isBusy} onCheckedChange={optOut} />
      </Field>
      <Field isInline label={t("block")} hint={t("blockHint")}>
        <Switch checked={shown.isBlocked} disabled={!canManage || isBusy} onCheckedChange={block} />
      </Field>
      {ofChannels.map((channel) => (
        <div key={channel} className="flex items-center justify-between gap-3">
          <Status tone="red">{t("outOf", { channel: channelName(channel) })}</Status>
          {canManage && (
            <Button
              variant="outline"
              size="sm"
              disabled={isBusy}
              onClick={() => attempt({}, () => liftAction({ ...input, channel }))}
            >
              {t("lift")}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}
