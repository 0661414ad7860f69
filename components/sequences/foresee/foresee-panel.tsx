"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Segmented } from "@/components/ui/segmented";
import { Skeleton } from "@/components/ui/skeleton";
import type { ContactChoice } from "@/lib/sequences/schema";
import { ContactPreview } from "./contact-preview";

const Simulation = dynamic(() => import("./simulation").then((module) => module.Simulation), {
  loading: () => <Skeleton className="h-40" />,
});

type ForeseePanelProps = {
  savedRevision: number;
  /** The saved draft is the one on the page. */
  isSaved: boolean;
  onContact: (contact: ContactChoice) => void;
};

/** What the saved draft would do: for one contact in full, for many in numbers. */
export function ForeseePanel(props: ForeseePanelProps) {
  const t = useTranslations("simulation");
  const [what, setWhat] = useState<"one" | "many">("one");
  return (
    <div className="grid gap-4">
      <Segmented
        label={t("what")}
        isLabelHidden
        value={what}
        onChange={setWhat}
        segments={[
          { value: "one", label: t("one") },
          { value: "many", label: t("many") },
        ]}
      />
      {what === "one" ? <ContactPreview {...props} /> : <Simulation {...props} />}
    </div>
  );
}
