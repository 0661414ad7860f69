"use client";

import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { toast } from "@/components/ui/toast";
import { changeDigestAction, sendDigestNowAction } from "@/lib/report-digests/actions";
import { DIGEST_CHOICES, type DigestWish } from "@/lib/report-digests/schema";
import { SaveBar } from "./save-bar";
import { useSavedToast } from "./use-saved-toast";

type DigestFormProps = {
  account: string;
  digest: DigestWish | null;
  sequences: { id: string; name: string }[];
  /** Whether this installation sends mails. */
  isMailOn: boolean;
};

/** How often one person of the account gets its figures by email, and of what. */
export function DigestForm({ account, digest, sequences, isMailOn }: DigestFormProps) {
  const t = useTranslations("digests.settings");
  const [every, setEvery] = useState<(typeof DIGEST_CHOICES)[number]>(digest?.every ?? "off");
  const [sequence, setSequence] = useState(digest?.sequence ?? "");
  const { execute, result, isPending } = useAction(changeDigestAction, { onSuccess: useSavedToast() });
  const now = useAction(sendDigestNowAction, {
    onSuccess: ({ data }) => toast.success(t("sentNow", { email: data.email })),
    onError: ({ error }) => toast.error(error.serverError?.message ?? ""),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    execute({ account, every, ...(sequence && { sequence }) });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field label={t("every")} hint={t(isMailOn ? "quiet" : "mailOff")} className="max-w-96">
        <NativeSelect
          value={every}
          onChange={(event) => setEvery(DIGEST_CHOICES.find((one) => one === event.target.value) ?? "off")}
        >
          {DIGEST_CHOICES.map((choice) => (
            <option key={choice} value={choice}>
              {t(choice)}
            </option>
          ))}
        </NativeSelect>
      </Field>
      {every !== "off" && (
        <Field label={t("sequence")} className="max-w-96">
          <NativeSelect value={sequence} onChange={(event) => setSequence(event.target.value)}>
            <option value="">{t("all")}</option>
            {sequences.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </NativeSelect>
        </Field>
      )}
      <SaveBar isBusy={isPending} error={result.serverError?.message} label={t("save")}>
        {every !== "off" && isMailOn && (
          <Button
            type="button"
            variant="outline"
            isBusy={now.isPending}
            onClick={() => now.execute({ account, every, ...(sequence && { sequence }) })}
          >
            <Send aria-hidden /> {t("now")}
          </Button>
        )}
      </SaveBar>
    </form>
  );
}
