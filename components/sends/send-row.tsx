import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { TableCell, TableRow } from "@/components/ui/table";
import type { SendListItem } from "@/lib/sends/schema";
import { SendOutcome } from "./send-outcome";

type SendRowProps = { account: string; send: SendListItem; zone: string; hasBegan: boolean };

export function SendRow({ account, send, zone, hasBegan }: SendRowProps) {
  const t = useTranslations();
  const step = [
    send.stepNumber ? t("sends.step", { number: send.stepNumber }) : t("sends.noStep"),
    ...(send.variantLetter ? [send.variantLetter] : []),
  ].join(" ");
  const version = send.versionNumber ? `v${send.versionNumber}` : "";
  return (
    <TableRow className="relative">
      <TableCell className="max-w-52">
        {/* The whole row leads to the run. */}
        <Link
          href={`/${account}/enrollments?run=${send.enrollmentId}`}
          className="block max-w-full truncate font-medium after:absolute after:inset-0 hover:underline"
        >
          {send.contactName || t("sends.nobody")}
        </Link>
        <span className="block truncate text-muted-foreground text-xs md:hidden">
          {send.sequenceName || t("sends.filter.goneSequence")}, {step}
        </span>
      </TableCell>
      <TableCell className="max-w-56 truncate max-md:hidden">
        {send.sequenceName || t("sends.filter.goneSequence")}{" "}
        <span className="text-muted-foreground">{version}</span>
      </TableCell>
      <TableCell className="whitespace-nowrap max-md:hidden">{step}</TableCell>
      <TableCell className="whitespace-nowrap max-lg:hidden">
        {send.channel ? t(`status.channel.${send.channel}`) : "–"}
        {send.mode && send.mode !== "static" && (
          <span className="text-muted-foreground">, {t(`reports.mode.${send.mode}`)}</span>
        )}
      </TableCell>
      <TableCell>
        <SendOutcome send={send} />
        {send.at && (
          <span className="block text-muted-foreground text-xs md:hidden">
            <RelativeTime at={send.at} timeZone={zone} className="relative" />
          </span>
        )}
      </TableCell>
      <TableCell className="whitespace-nowrap max-md:hidden">
        {send.at ? <RelativeTime at={send.at} timeZone={zone} className="relative" /> : "–"}
      </TableCell>
      {hasBegan && (
        <TableCell className="whitespace-nowrap max-md:hidden">
          <RelativeTime at={send.enrolledAt} timeZone={zone} className="relative" />
        </TableCell>
      )}
    </TableRow>
  );
}
