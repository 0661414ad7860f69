import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { shareOf } from "@/lib/core/metrics";
import type { Funnel } from "@/lib/reports/funnel-schema";
import { useNumbers } from "../use-numbers";
import { Counted } from "./counted";
import { type AskedFunnel, funnelHref, funnelRunsHref, funnelSendsHref } from "./funnel-address";

/** The versions of these runs, each with the way to its own funnel. */
export function VersionTable({ asked, funnel }: { asked: AskedFunnel; funnel: Funnel }) {
  const t = useTranslations("reports.funnel");
  const say = useNumbers();
  if (funnel.versions.length < 2) return null;
  return (
    <Section title={t("versions")} description={t("versionsText")}>
      <div className="-mx-4 md:-mx-6">
        <Table>
          <TableHeader>
            <TableRow>
              <TableHead>{t("versionHead")}</TableHead>
              <TableHead className="text-right">{t("began")}</TableHead>
              <TableHead className="text-right">{t("inFlight")}</TableHead>
              <TableHead className="text-right">{t("convertedAll")}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {funnel.versions.map(({ id, number, began, live, converted }) => {
              const own = { ...asked, filter: { ...asked.filter, version: id } };
              return (
                <TableRow key={id}>
                  <TableHead scope="row" className="text-left text-sm">
                    <Link
                      className="link"
                      href={funnelHref(asked, { ...asked.parts, version: id, against: undefined })}
                    >
                      {t("version", { number })}
                    </Link>
                  </TableHead>
                  <TableCell className="text-right">
                    <Counted count={began} href={funnelRunsHref(own)} />
                  </TableCell>
                  <TableCell className="text-right">
                    <Counted count={live} href={funnelRunsHref(own, { status: "live" })} />
                  </TableCell>
                  <TableCell className="whitespace-nowrap text-right">
                    <span className="block">{say.share(shareOf(converted, began))}</span>
                    <span className="block text-xs">
                      <Counted count={converted} href={funnelSendsHref(own, "converted")} />
                    </span>
                  </TableCell>
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </div>
    </Section>
  );
}
