import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Lift, LiftRow } from "@/lib/reports/schema";
import { CsvLink } from "./csv-link";
import { DifferenceWords, type Edges, edgesOf } from "./difference-words";
import { type Asked, listHref, runsHref, tableHref } from "./report-address";
import { ShareWords } from "./share-words";
import { STACKED_HEAD, StackedCell, StackedRow, WHOLE_WIDTH } from "./stacked";

/** How much more often people convert who get messages than those who were held out. */
export function LiftSection({ asked, lift }: { asked: Asked; lift: Lift }) {
  const t = useTranslations("reports.lift");
  const edges = edgesOf(lift.rows.map((row) => row.lift));
  return (
    <Section title={t("title")} description={t(lift.rows.length === 0 ? "none" : "text")}>
      {lift.rows.length > 0 && (
        <div className="grid grid-cols-1 gap-2">
          <div className="-mx-4 md:-mx-6">
            <Table className="max-md:block">
              <TableHeader className={STACKED_HEAD}>
                <TableRow>
                  <TableHead>{t("sequence")}</TableHead>
                  <TableHead>{t("treated")}</TableHead>
                  <TableHead>{t("holdout")}</TableHead>
                  <TableHead>{t("lift")}</TableHead>
                </TableRow>
              </TableHeader>
              <TableBody className="max-md:block">
                {lift.rows.map((row) => (
                  <LiftLine key={row.sequenceId} asked={asked} row={row} edges={edges} />
                ))}
              </TableBody>
            </Table>
          </div>
          <CsvLink href={tableHref(asked, "holdout")}>{t("csv")}</CsvLink>
        </div>
      )}
    </Section>
  );
}

function LiftLine({ asked, row, edges }: { asked: Asked; row: LiftRow; edges: Edges }) {
  const t = useTranslations("reports");
  return (
    <StackedRow name={row.sequence ?? t("labels.sequence")}>
      <StackedCell column={t("lift.treated")}>
        <Group asked={asked} row={row} isHoldout={false} />
      </StackedCell>
      <StackedCell column={t("lift.holdout")}>
        <Group asked={asked} row={row} isHoldout />
      </StackedCell>
      <StackedCell column={t("lift.lift")} className={WHOLE_WIDTH}>
        <DifferenceWords difference={row.lift} isEnough={row.isEnough} edges={edges} />
      </StackedCell>
    </StackedRow>
  );
}

/** One side of the comparison; its counts open the conversions and the runs. */
function Group({ asked, row, isHoldout }: { asked: Asked; row: LiftRow; isHoldout: boolean }) {
  const { account, filter, period } = asked;
  const { version, assignee, segment } = filter;
  const days = { from: period.from, to: period.to };
  const common = { ...days, sequence: row.sequenceId, version, assignee, segment };
  const conversions = { ...common, fact: "converted", by: "enrolled" } as const;
  return (
    <ShareWords
      share={isHoldout ? row.holdout : row.treated}
      opened={(count) => (
        <Link
          className="link"
          href={listHref(account, isHoldout ? { ...conversions, holdout: "yes" } : conversions)}
        >
          {count}
        </Link>
      )}
      of={(count) => (
        <Link className="link" href={runsHref(account, { ...common, holdout: isHoldout ? "yes" : "no" })}>
          {count}
        </Link>
      )}
    />
  );
}
