"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { getJson } from "@/components/sequences/get-json";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import type { About } from "@/lib/enrollments/abouts";

type AboutFieldProps = {
  account: string;
  contactId: string;
  sequenceId: string;
  value: string;
  onChoose: (aboutId: string) => void;
};

/** Which thread, deal, appointment or charge the run is about; nothing where the sequence is about the person. */
export function AboutField({ account, contactId, sequenceId, value, onChoose }: AboutFieldProps) {
  const t = useTranslations("enrollments.enroll");
  const { data = [] } = useQuery({
    queryKey: ["abouts", account, contactId, sequenceId],
    queryFn: () =>
      getJson<About[]>(`/api/a/${account}/enrollments/abouts?contact=${contactId}&sequence=${sequenceId}`),
    enabled: sequenceId !== "",
  });
  if (data.length === 0) return null;
  const open = data.filter((about) => about.isOpen).length;
  return (
    <Field label={t("about")}>
      <NativeSelect value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{open > 0 ? t("aboutAll", { count: open }) : "–"}</option>
        {data.map((about) => (
          <option key={about.id} value={about.id}>
            {about.title}
            {!about.isOpen && ` (${t("aboutSettled")})`}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}
