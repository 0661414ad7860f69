import { useTranslations } from "next-intl";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { SendFilter, SendListItem } from "@/lib/sends/schema";
import { SendRow } from "./send-row";

type SendsTableProps = { account: string; rows: SendListItem[]; filter: SendFilter; zone: string };

export function SendsTable({ account, rows, filter, zone }: SendsTableProps) {
  const t = useTranslations("sends");
  return (
    <Table aria-label={t(`facts.${filter.fact ?? "all"}.name`)}>
      <TableHeader>
        <TableRow>
          <TableHead>{t("columns.contact")}</TableHead>
          <TableHead className="max-md:hidden">{t("columns.sequence")}</TableHead>
          <TableHead className="max-md:hidden">{t("columns.step")}</TableHead>
          <TableHead className="max-lg:hidden">{t("columns.channel")}</TableHead>
          <TableHead>{t("columns.became")}</TableHead>
          <TableHead className="max-md:hidden">{t("columns.at")}</TableHead>
          {filter.by === "enrolled" && <TableHead className="max-md:hidden">{t("columns.began")}</TableHead>}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <SendRow
            key={row.id}
            account={account}
            send={row}
            zone={zone}
            hasBegan={filter.by === "enrolled"}
          />
        ))}
      </TableBody>
    </Table>
  );
}
