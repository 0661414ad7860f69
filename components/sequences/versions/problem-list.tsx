"use client";

import { CircleAlert, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { DraftField } from "@/lib/sequences/draft-check";
import { useEditor } from "../editor/editor-scope";
import { findingKey, useFindingText } from "../editor/findings";

type ProblemListProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** The count beside Publish; it opens to the findings, each of which leads to its field. */
export function ProblemList({ isOpen, onOpenChange }: ProblemListProps) {
  const t = useTranslations("sequences.publish");
  const { findings } = useEditor();
  const text = useFindingText();
  const { problems, warnings } = findings;
  if (problems.length + warnings.length === 0) return null;
  const counts = [
    problems.length > 0 && t("problems", { count: problems.length }),
    warnings.length > 0 && t("warnings", { count: warnings.length }),
  ].filter(Boolean);

  return (
    <Popover open={isOpen} onOpenChange={onOpenChange}>
      <PopoverTrigger asChild>
        <Button variant="ghost">
          {problems.length > 0 ? (
            <CircleAlert aria-hidden className="text-red" />
          ) : (
            <TriangleAlert aria-hidden className="text-amber" />
          )}
          {counts.join(", ")}
        </Button>
      </PopoverTrigger>
      <PopoverContent
        align="end"
        aria-label={counts.join(", ")}
        className="max-h-[70dvh] w-96 max-w-[calc(100vw-1rem)] overflow-y-auto p-1"
        // The field that was jumped to keeps the focus.
        onCloseAutoFocus={(event) => event.preventDefault()}
      >
        {problems.length > 0 && (
          <Findings title={t("listTitle")}>
            {problems.map((problem) => (
              <Line key={findingKey(problem)} finding={problem} onJump={() => onOpenChange(false)}>
                {text.problem(problem)}
              </Line>
            ))}
          </Findings>
        )}
        {warnings.length > 0 && (
          <Findings title={t("warningTitle")}>
            {warnings.map((warning) => (
              <Line key={findingKey(warning)} finding={warning} onJump={() => onOpenChange(false)}>
                {text.warning(warning)}
              </Line>
            ))}
          </Findings>
        )}
      </PopoverContent>
    </Popover>
  );
}

function Findings({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="px-2 pt-2 pb-1 font-medium text-muted-foreground text-xs">{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

type LineProps = {
  finding: { stepIndex: number | null; stepId: string | null; field: DraftField };
  onJump: () => void;
  children: string;
};

function Line({ finding, onJump, children }: LineProps) {
  const t = useTranslations("sequences.publish");
  const { jumpTo } = useEditor();
  const { stepIndex, field } = finding;
  const fieldName = t(`fields.${field}`);
  const jump = () => {
    onJump();
    // After the list has closed and let go of the focus.
    setTimeout(() => jumpTo(finding), 0);
  };
  return (
    <li>
      <button
        type="button"
        onClick={jump}
        className="grid w-full gap-0.5 rounded-md px-2 py-1.5 text-left hover:bg-accent"
      >
        <span className="text-muted-foreground text-xs">
          {stepIndex === null ? fieldName : t("place", { number: stepIndex + 1, field: fieldName })}
        </span>
        {children}
      </button>
    </li>
  );
}
