"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Progress } from "@/components/ui/progress";
import type { Population } from "@/lib/simulation/schema";
import { useEditor } from "../editor/editor-scope";
import { SimulationReport } from "./simulation-report";
import { useSimulation } from "./use-simulation";

type SimulationProps = { savedRevision: number; isSaved: boolean };

/** The saved draft for many people at once, under the limits and beside the other sequences. */
export function Simulation({ savedRevision, isSaved }: SimulationProps) {
  const t = useTranslations("simulation");
  const format = useFormatter();
  const { account, sequenceId, findings } = useEditor();
  const { state, start, stop } = useSimulation(`/api/a/${account}/sequences/${sequenceId}/simulate`);
  const [population, setPopulation] = useState<Population["population"]>("contacts");
  const [search, setSearch] = useState("");
  const isReady = findings.problems.length === 0;
  const isRunning = state.kind === "running";
  const isStale = state.kind === "done" && state.revision !== savedRevision;

  const begin = () => {
    const query = new URLSearchParams({ population, ...(population === "contacts" && { search }) });
    void start(query.toString(), savedRevision);
  };

  return (
    <div className="grid gap-4">
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          begin();
        }}
      >
        <Field label={t("population")}>
          <NativeSelect
            value={population}
            disabled={isRunning}
            onChange={(event) => setPopulation(event.target.value as Population["population"])}
          >
            <option value="contacts">{t("contacts")}</option>
            <option value="recent">{t("recent")}</option>
          </NativeSelect>
        </Field>
        {population === "contacts" && (
          <Field label={t("search")}>
            <Input
              type="search"
              maxLength={200}
              value={search}
              disabled={isRunning}
              onChange={(event) => setSearch(event.target.value)}
            />
          </Field>
        )}
        {isRunning ? (
          <Button type="button" variant="outline" className="justify-self-start" onClick={stop}>
            {t("stop")}
          </Button>
        ) : (
          <Button type="submit" className="justify-self-start" disabled={!isReady || !isSaved}>
            {state.kind === "done" ? t("again") : t("start")}
          </Button>
        )}
        {!isReady && <p className="text-muted-foreground">{t("notReady")}</p>}
      </form>
      {isRunning && (
        <Progress
          label={t(state.stage)}
          value={state.total > 0 ? state.done : null}
          max={state.total}
          text={
            state.total > 0
              ? t("of", { done: format.number(state.done), total: format.number(state.total) })
              : undefined
          }
        />
      )}
      {state.kind === "failed" && (
        <Alert tone="amber" role="alert">
          {state.message ?? t("stopped")}
        </Alert>
      )}
      {isStale && <Alert tone="grey">{t("stale")}</Alert>}
      {state.kind === "done" && <SimulationReport result={state.result} />}
    </div>
  );
}
