"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { getJson } from "@/components/sequences/get-json";
import { refusalOf } from "@/components/sequences/refusal";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { Section } from "@/components/ui/section";
import { toast } from "@/components/ui/toast";
import { cancelTrialAction, startTrialAction } from "@/lib/ai-enrollment/actions";
import type { AiEnrollmentState, TrialForecast, TrialResult } from "@/lib/ai-enrollment/schema";
import { TrialList } from "./trial-list";

type TrialPanelProps = { account: string; state: AiEnrollmentState; mayStart: boolean };

/** What it would have done on the last thirty days: the cost first, then progress, then each with what really happened. */
export function TrialPanel({ account, state, mayStart }: TrialPanelProps) {
  const t = useTranslations("ai-enrollment.trial");
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const { trial, sequence } = state;
  const isRunning = trial?.status === "running";
  const path = `/api/a/${account}/sequences/${sequence.id}/people/trial`;
  const { data: result } = useQuery({
    queryKey: ["trial", account, sequence.id, trial?.id, trial?.done, trial?.status],
    queryFn: () => getJson<TrialResult | null>(path),
    enabled: trial !== null,
    placeholderData: (before) => before,
  });
  const act = async (doing: typeof startTrialAction | typeof cancelTrialAction) => {
    setBusy(true);
    const answer = await doing({ account, sequenceId: sequence.id }).catch(() => undefined);
    setBusy(false);
    if (!answer?.data) toast.error(refusalOf(answer) ?? t("failed"));
    await queries.invalidateQueries({ queryKey: ["live", account] });
  };
  return (
    <div className="grid max-w-[1000px] gap-6">
      <Section title={t("title")} description={t("text")}>
        {!isRunning && mayStart && (
          <Start account={account} state={state} isBusy={isBusy} onStart={() => void act(startTrialAction)} />
        )}
        {isRunning && (
          <div className="flex flex-wrap items-end gap-3">
            <Progress
              className="min-w-48 flex-1"
              label={t("running")}
              value={trial.done}
              max={trial.sampled}
              text={t("progress", { done: trial.done, all: trial.sampled })}
            />
            {mayStart && (
              <Button variant="outline" size="sm" isBusy={isBusy} onClick={() => void act(cancelTrialAction)}>
                {t("cancel")}
              </Button>
            )}
          </div>
        )}
      </Section>
      {trial?.status === "failed" && (
        <Alert tone="red">{t("endedEarly", { why: t(`why.${trial.error ?? "unavailable"}`) })}</Alert>
      )}
      {trial && result && <Outcome trial={trial} result={result} account={account} />}
    </div>
  );
}

type StartProps = { account: string; state: AiEnrollmentState; isBusy: boolean; onStart: () => void };

function Start({ account, state, isBusy, onStart }: StartProps) {
  const t = useTranslations("ai-enrollment.trial");
  const format = useFormatter();
  const { sequence, updatedAt, config, trial } = state;
  const { data: forecast, error } = useQuery({
    queryKey: ["trial-forecast", account, sequence.id, updatedAt],
    queryFn: () => getJson<TrialForecast>(`/api/a/${account}/sequences/${sequence.id}/people/trial/forecast`),
    enabled: config !== null,
    retry: false,
  });
  if (!config) return <p className="text-muted-foreground">{t("unsaved")}</p>;
  if (error) return <p role="alert">{error.message}</p>;
  const cost = (micros: number) =>
    format.number(micros / 1_000_000, { style: "currency", currency: "USD", maximumFractionDigits: 4 });
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button
        variant={trial ? "outline" : "default"}
        isBusy={isBusy}
        disabled={!forecast || forecast.calls === 0 || state.maestro !== "on"}
        onClick={onStart}
      >
        {t(trial ? "again" : "start")}
      </Button>
      <p className="min-h-5 text-muted-foreground text-xs" aria-live="polite">
        {forecast &&
          (forecast.calls === 0
            ? t("nobody")
            : `${t("forecast", { found: forecast.found, calls: forecast.calls })} ${
                forecast.costMicros === null ? t("noPrice") : t("cost", { cost: cost(forecast.costMicros) })
              }`)}
      </p>
    </div>
  );
}

type OutcomeProps = { account: string; trial: NonNullable<AiEnrollmentState["trial"]>; result: TrialResult };

function Outcome({ account, trial, result }: OutcomeProps) {
  const t = useTranslations("ai-enrollment.trial");
  const { verdicts, hits, repliedAlone } = result;
  if (trial.status === "done" && trial.sampled === 0) return <p>{t("nobody")}</p>;
  if (verdicts.length === 0) return null;
  return (
    <Section
      title={t(`result.${trial.config.does}`, { hits, looked: verdicts.length })}
      description={`${t("found", { found: trial.found, sampled: trial.sampled })} ${t("repliedAlone", { count: repliedAlone })}`}
    >
      <TrialList account={account} verdicts={verdicts} />
    </Section>
  );
}
