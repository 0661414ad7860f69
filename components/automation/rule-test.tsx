"use client";

import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { OutlookList } from "./outlook-list";
import type { RuleTester } from "./use-rule-test";

/** What of the last thirty days the draft would have met, and what it would do for one of them. */
export function RuleTest({ tester }: { tester: RuleTester }) {
  const t = useTranslations("automation.test");
  const { test, isBusy, refusal, chosen, foreseen } = tester;
  const name = test?.events.find(({ key }) => key === chosen)?.contactName ?? "";
  return (
    <Section title={t("title")} description={t("text")} className="self-start">
      <Button
        variant="outline"
        isBusy={isBusy}
        className="justify-self-start"
        onClick={() => void tester.run()}
      >
        <FlaskConical aria-hidden />
        {t(test ? "again" : "run")}
      </Button>
      {refusal && (
        <Alert tone="red" role="alert">
          {refusal}
        </Alert>
      )}
      <div aria-live="polite" className="grid gap-3">
        {test && (
          <p className="font-medium">
            {test.count === 0 ? t("none") : t(test.isMore ? "more" : "count", { count: test.count })}
          </p>
        )}
        {test && test.events.length > 0 && (
          <>
            <p className="text-muted-foreground text-xs">{t("choose")}</p>
            <ul
              aria-label={t("newest", { count: test.events.length })}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
              tabIndex={0}
              className="max-h-72 divide-y overflow-y-auto rounded-lg border"
            >
              {test.events.map((event) => (
                <li key={event.key}>
                  <button
                    type="button"
                    aria-pressed={chosen === event.key}
                    onClick={() => void tester.choose(event)}
                    className={cn(
                      "flex w-full items-baseline justify-between gap-3 px-2.5 py-1.5 text-left hover:bg-muted focus-visible:-outline-offset-2",
                      chosen === event.key && "bg-accent",
                    )}
                  >
                    <span className="truncate">{event.contactName}</span>
                    <RelativeTime at={event.at} className="shrink-0 text-muted-foreground text-xs" />
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
        {foreseen && (
          <div className="grid gap-1.5">
            <h3 className="font-medium">{t("would", { name })}</h3>
            <OutlookList results={foreseen} />
          </div>
        )}
      </div>
    </Section>
  );
}
