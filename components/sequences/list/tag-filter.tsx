"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { NativeSelect } from "@/components/ui/native-select";
import type { ListFilter } from "@/lib/sequences/schema";
import { queryOf } from "./list-address";

type TagFilterProps = { account: string; filter: ListFilter; tags: string[] };

/** Nothing while nobody has given a tag. */
export function TagFilter({ account, filter, tags }: TagFilterProps) {
  const t = useTranslations("sequences.filter");
  const router = useRouter();
  if (tags.length === 0 && filter.tag === null) return null;
  const known = filter.tag === null || tags.includes(filter.tag) ? tags : [filter.tag, ...tags];
  return (
    <NativeSelect
      aria-label={t("tag")}
      value={filter.tag ?? ""}
      onChange={(event) =>
        router.push(`/${account}/sequences${queryOf({ ...filter, tag: event.target.value || null })}`)
      }
      className="w-40"
    >
      <option value="">{t("anyTag")}</option>
      {known.map((tag) => (
        <option key={tag} value={tag}>
          {tag}
        </option>
      ))}
    </NativeSelect>
  );
}
