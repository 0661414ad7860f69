"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { removeInboxAction } from "@/lib/inboxes/actions";

export function RemoveInbox({ account, inbox }: { account: string; inbox: { id: string; name: string } }) {
  const t = useTranslations("settings.inboxes");
  const common = useTranslations("common");
  const router = useRouter();
  const { execute, isPending } = useAction(removeInboxAction, {
    onSuccess: () => {
      toast.success(t("removed", { name: inbox.name }));
      router.push(`/${account}/settings/inboxes`);
    },
    onError: ({ error }) => toast.error(error.serverError?.message ?? t("failed")),
  });
  return (
    <Dialog>
      <DialogTrigger asChild>
        <Button variant="destructive">{common("remove")}</Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("removeTitle", { name: inbox.name })}</DialogTitle>
          <DialogDescription>{t("removeText")}</DialogDescription>
        </DialogHeader>
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="outline">{common("cancel")}</Button>
          </DialogClose>
          <Button variant="destructive" isBusy={isPending} onClick={() => execute({ account, id: inbox.id })}>
            {common("remove")}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
