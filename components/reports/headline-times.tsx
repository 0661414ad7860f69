import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { isEnough } from "@/lib/core/metrics";
import type { Revenue, Times } from "@/lib/reports/schema";
import { changeOfTimes } from "./change";
import { ChangeWords } from "./change-words";
import { HeadlineFigure } from "./headline-figure";
import { type Asked, sendsHref } from "./report-address";
import { useNumbers } from "./use-numbers";

type HeadlineTimesProps = { asked: Asked; times: Times; revenue: Revenue[] };

/** How long it took, and what it brought. */
export function HeadlineTimes({ asked, times, revenue }: HeadlineTimesProps) {
  const t = useTranslations("reports");
  const say = useNumbers();
  return (
    <>
      <TimeFigure asked={asked} times={times} of="toReply" />
      <TimeFigure asked={asked} times={times} of="toGoal" />
      <HeadlineFigure
        name={t("metrics.revenue.name")}
        text={t("metrics.revenue.text")}
        value={
          revenue.length === 0 ? (
            <span className="text-muted-foreground">{t("headline.noRevenue")}</span>
          ) : (
            <span className="grid">
              {revenue.map(({ currency, amount }) => (
                <Link key={currency} className="link justify-self-start" href={sendsHref(asked, "converted")}>
                  {say.money(amount, currency)}
                </Link>
              ))}
            </span>
          )
        }
      />
    </>
  );
}

const FACTS = {
  toReply: { fact: "replied", words: "cases" },
  toGoal: { fact: "converted", words: "goals" },
} as const;

function TimeFigure({ asked, times, of }: { asked: Asked; times: Times; of: keyof typeof FACTS }) {
  const t = useTranslations("reports");
  const say = useNumbers();
  const { count, median, p90 } = times[of];
  const before = times.before[of];
  const { fact, words } = FACTS[of];
  return (
    <HeadlineFigure
      name={t(`metrics.${of}.name`)}
      text={t(`metrics.${of}.text`)}
      value={say.duration(median)}
      detail={
        <>
          {p90 !== null && `${t("headline.within", { time: say.duration(p90) })}, `}
          {t.rich(`headline.${words}`, {
            count,
            cases: () => (
              <Link className="link" href={sendsHref(asked, fact)}>
                {say.count(count)}
              </Link>
            ),
          })}
        </>
      }
      change={
        <ChangeWords
          change={changeOfTimes(times[of], before, isEnough)}
          say={say.duration}
          before={say.duration(before.median)}
        />
      }
    />
  );
}
