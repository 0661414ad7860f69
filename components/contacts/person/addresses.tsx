"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { preferAddressAction, removeAddressAction } from "@/lib/contacts/actions";
import type { ContactDetail } from "@/lib/contacts/detail";
import { AddAddress } from "./add-address";
import { useAct } from "./use-act";

type AddressesProps = { account: string; contact: ContactDetail; canManage: boolean };
type Shown = ContactDetail["identities"][number] & { isInUse: boolean };

/** Every address of the person; the newest of a kind is the one in use. */
export function Addresses({ account, contact, canManage }: AddressesProps) {
  const t = useTranslations("contacts");
  const { act, isBusy } = useAct();
  const [isAdding, setAdding] = useState(false);
  const of = { account, contactId: contact.id };
  return (
    <div className="grid gap-2">
      <ul className="border-y">
        {shownOf(contact).map(({ id, kind, value, isInUse }) => (
          <li
            key={id}
            className="flex min-h-10 flex-wrap items-center gap-x-2 gap-y-1 border-b py-1.5 last:border-0"
          >
            <span className="w-24 text-muted-foreground">{t(`identity.${kind}`)}</span>
            <span className="min-w-0 break-all">{value}</span>
            {kind === "whatsapp" && <Badge>{t("addresses.noPhone")}</Badge>}
            {isInUse && kind !== "whatsapp" && <Badge tone="green">{t("addresses.inUse")}</Badge>}
            {canManage && (
              <span className="ml-auto flex gap-1">
                {!isInUse && kind !== "whatsapp" && (
                  <Button
                    variant="ghost"
                    size="sm"
                    disabled={isBusy}
                    aria-label={t("addresses.useNamed", { address: value })}
                    onClick={() => act(() => preferAddressAction({ ...of, identityId: id }))}
                  >
                    {t("addresses.use")}
                  </Button>
                )}
                <Button
                  variant="ghost"
                  size="icon-sm"
                  disabled={isBusy}
                  aria-label={t("addresses.removeNamed", { address: value })}
                  onClick={() => act(() => removeAddressAction({ ...of, identityId: id }))}
                >
                  <X aria-hidden />
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {isAdding && <AddAddress account={account} contactId={contact.id} onClose={() => setAdding(false)} />}
      {canManage && !isAdding && (
        <Button variant="ghost" size="sm" className="justify-self-start" onClick={() => setAdding(true)}>
          <Plus aria-hidden /> {t("addresses.add")}
        </Button>
      )}
    </div>
  );
}

/** A WhatsApp id that is a phone number's digits says nothing more; a business-scoped one is an address of its own. */
function shownOf({ identities }: ContactDetail): Shown[] {
  const phones = new Set(identities.flatMap(({ kind, value }) => (kind === "phone" ? [value.slice(1)] : [])));
  const seen = new Set<string>();
  return identities
    .map((one) => {
      const isInUse = !seen.has(one.kind);
      seen.add(one.kind);
      return { ...one, isInUse };
    })
    .filter(({ kind, value }) => kind !== "whatsapp" || !phones.has(value));
}
