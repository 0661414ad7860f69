import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tones";
import type { AiOutcome } from "@/lib/core/model-maestro";

const TONES: Partial<Record<AiOutcome, Tone>> = { ok: "green", blocked: "amber", budget: "amber" };

export function MaestroOutcome({ outcome }: { outcome: AiOutcome }) {
  const t = useTranslations("maestro.outcomes");
  return <Status tone={TONES[outcome] ?? "red"}>{t(outcome)}</Status>;
}
