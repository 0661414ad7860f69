"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import { changeContactsAction } from "@/lib/contacts/actions";
import type { BulkAct, Whom } from "@/lib/contacts/schema";

type Wish = { account: string; whom: Whom; onDone: () => void };

/** Goes through the contacts stretch by stretch, until the end or until it is stopped. */
export function useBulkAct({ account, whom, onDone }: Wish) {
  const t = useTranslations("contacts.bulk");
  const router = useRouter();
  const [seen, setSeen] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const isStopped = useRef(false);
  // Whoever closes the dialog does not wait for the rest.
  useEffect(
    () => () => {
      isStopped.current = true;
    },
    [],
  );

  const run = async (act: BulkAct) => {
    isStopped.current = false;
    setBusy(true);
    setSeen(0);
    setRefused(null);
    let after: string | undefined;
    let changed = 0;
    let total = 0;
    do {
      const answer = await changeContactsAction({ account, whom, act, after }).catch(() => undefined);
      if (!answer?.data) {
        setBusy(false);
        setRefused(refusalOf(answer) ?? t("failed"));
        router.refresh();
        return;
      }
      changed += answer.data.changed;
      total += answer.data.seen;
      setSeen(total);
      after = answer.data.next ?? undefined;
    } while (after && !isStopped.current);
    setBusy(false);
    toast(t("done", { count: changed }));
    router.refresh();
    onDone();
  };

  return {
    seen,
    isBusy,
    refused,
    run,
    stop: () => {
      isStopped.current = true;
    },
  };
}
