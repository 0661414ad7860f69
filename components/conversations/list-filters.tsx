"use client";

import { useTranslations } from "next-intl";
import { SearchBox } from "@/components/contacts/search-box";
import { useAddress } from "@/components/contacts/use-address";
import { NativeSelect } from "@/components/ui/native-select";
import type { InboxOption } from "@/lib/conversations/data";
import { STATUS_FILTERS, WHOSE } from "@/lib/conversations/schema";

/** What the list shows. All of it stands in the address. */
export function ListFilters({ inboxes }: { inboxes: InboxOption[] }) {
  const t = useTranslations("conversations.filter");
  const status = useTranslations("status.conversation");
  const { current, change } = useAddress();
  const set = (name: string, standard: string) => (event: { target: { value: string } }) =>
    change({ [name]: event.target.value === standard ? null : event.target.value });
  return (
    <search className="flex flex-col gap-2 [&>span]:w-full">
      <SearchBox label={t("search")} />
      <div className="grid grid-cols-2 gap-2">
        <NativeSelect
          aria-label={t("status")}
          value={current.get("status") ?? "open"}
          onChange={set("status", "open")}
        >
          {STATUS_FILTERS.map((each) => (
            <option key={each} value={each}>
              {each === "all" ? t("anyStatus") : status(each)}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          aria-label={t("whose")}
          value={current.get("whose") ?? "all"}
          onChange={set("whose", "all")}
        >
          {WHOSE.map((each) => (
            <option key={each} value={each}>
              {t(`of.${each}`)}
            </option>
          ))}
        </NativeSelect>
      </div>
      {inboxes.length > 1 && (
        <NativeSelect aria-label={t("inbox")} value={current.get("inbox") ?? ""} onChange={set("inbox", "")}>
          <option value="">{t("anyInbox")}</option>
          {inboxes.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </NativeSelect>
      )}
    </search>
  );
}
