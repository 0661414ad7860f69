"use client";

import { ListFilter, X } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { SearchBox } from "@/components/contacts/search-box";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { SequenceOption } from "@/lib/enrollments/data";
import type { useFilterAddress } from "./filter-address";
import { FilterChip } from "./filter-chip";
import { clearedFilter, FILTER_FIELDS, isSet } from "./filter-fields";
import { useFilterOptions } from "./filter-options";

const FilterMenu = dynamic(() => import("./filter-menu").then((menu) => menu.FilterMenu), { ssr: false });

type FilterBarProps = {
  account: string;
  asked: ReturnType<typeof useFilterAddress>;
  sequences: SequenceOption[];
  timeZone: string;
  /** How many there are, and what can be done with all of them. */
  children: ReactNode;
};

/** What is listed, as a sentence of parts that can be changed one by one; all of it is in the address. */
export function FilterBar({ account, asked, sequences, timeZone, children }: FilterBarProps) {
  const t = useTranslations("enrollments.filter");
  const { filter, change } = asked;
  const [isOpen, setOpen] = useState(false);
  const [isNear, setNear] = useState(false);
  const options = useFilterOptions({ account, filter, sequences, isChoosing: isOpen || isNear });
  const set = FILTER_FIELDS.filter((field) => isSet(filter, field));
  const isFiltered = Object.keys(filter).length > 0;
  const clear = () => change(clearedFilter);
  useCommands([
    { id: "filter-add", label: t("add"), shortcut: "f", icon: ListFilter, run: () => setOpen(true) },
    { id: "filter-clear", label: t("clear"), icon: X, isDisabled: !isFiltered, run: clear },
  ]);

  return (
    <search
      onPointerEnter={() => setNear(true)}
      onFocus={() => setNear(true)}
      className="flex flex-wrap items-center gap-2 px-4 pb-3 md:px-6"
    >
      <SearchBox label={t("search")} onSearch={(search) => change({ search })} />
      {set.length + (filter.ids ? 1 : 0) > 0 && (
        <ul aria-label={t("set")} className="contents">
          {set.map((field) => (
            <FilterChip
              key={field}
              field={field}
              options={options}
              filter={filter}
              timeZone={timeZone}
              onChange={change}
            />
          ))}
          {filter.ids && (
            <li className="inline-flex h-7 items-center gap-1 rounded-md border bg-surface pl-2 text-sm touch:h-11">
              {t("chosen", { count: filter.ids.split(",").length })}
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label={t("remove", { name: t("fields.ids") })}
                onClick={() => change({ ids: null })}
              >
                <X aria-hidden className="size-3.5!" />
              </Button>
            </li>
          )}
        </ul>
      )}
      <Popover open={isOpen} onOpenChange={setOpen}>
        <PopoverTrigger asChild>
          <Button variant="ghost" size="sm" className="border border-dashed">
            <ListFilter aria-hidden /> {t("add")}
          </Button>
        </PopoverTrigger>
        <PopoverContent aria-label={t("add")} className="w-72 p-0">
          <FilterMenu
            options={options}
            filter={filter}
            timeZone={timeZone}
            onChange={change}
            onDone={() => setOpen(false)}
          />
        </PopoverContent>
      </Popover>
      {isFiltered && (
        <Button variant="ghost" size="sm" onClick={clear}>
          {t("clear")}
        </Button>
      )}
      <span className="ml-auto flex items-center gap-2">{children}</span>
    </search>
  );
}
