import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TableCell, TableRow } from "@/components/ui/table";
import type { FunnelExit } from "@/lib/reports/funnel-schema";
import { Counted } from "./counted";
import { type AskedFunnel, funnelRunsHref } from "./funnel-address";

/** What hangs from a step: how runs ended there, and who stands there now. */
export function SideLines({ lines }: { lines: { name: string; parts: ReactNode[] }[] }) {
  const shown = lines.filter(({ parts }) => parts.length > 0);
  if (shown.length === 0) return null;
  return (
    <TableRow>
      <TableCell colSpan={4} className="h-auto pb-2">
        <dl className="grid gap-2 border-l-2 pl-3 text-xs">
          {shown.map(({ name, parts }) => (
            <div key={name} className="flex flex-wrap gap-x-3 gap-y-2">
              <dt className="text-muted-foreground">{name}</dt>
              {parts.map((part, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line keep their places
                <dd key={at}>{part}</dd>
              ))}
            </div>
          ))}
        </dl>
      </TableCell>
    </TableRow>
  );
}

type Place = { asked: AskedFunnel; step?: string };

export function exitParts(place: Place, exits: readonly FunnelExit[]): ReactNode[] {
  return exits.map((exit) => <Exit key={exit.reason} {...place} exit={exit} />);
}

function Exit({ asked, step, exit: { reason, runs } }: Place & { exit: FunnelExit }) {
  const t = useTranslations("status.end");
  const href = funnelRunsHref(asked, { step, status: "ended", reason });
  return <Counted count={runs} href={href} words={t(reason)} />;
}

export function standingParts(
  place: Place,
  { active, paused }: { active: number; paused: number },
): ReactNode[] {
  return [
    active > 0 && <Standing key="active" {...place} status="active" count={active} />,
    paused > 0 && <Standing key="paused" {...place} status="paused" count={paused} />,
  ].filter(Boolean);
}

function Standing({ asked, step, status, count }: Place & { status: "active" | "paused"; count: number }) {
  const t = useTranslations("reports.funnel");
  return <Counted count={count} href={funnelRunsHref(asked, { step, status })} words={t(status)} />;
}
