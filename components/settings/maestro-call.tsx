"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useFindingWords } from "@/components/approvals/use-finding-words";
import { useAddress } from "@/components/contacts/use-address";
import { DataList, type DataListItem } from "@/components/ui/data-list";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import {
  Sheet,
  SheetBody,
  SheetContent,
  SheetDescription,
  SheetHeader,
  SheetTitle,
} from "@/components/ui/sheet";
import type { AiCallShown } from "@/lib/maestro-settings/ai-use";
import { MaestroAnswer } from "./maestro-answer";
import { useMoney } from "./maestro-money";
import { MaestroOutcome } from "./maestro-outcome";

type MaestroCallProps = { account: string; call: AiCallShown; timeZone: string };

/** One call beside the list: what it cost, what came back, and what the checks found in it. */
export function MaestroCall({ account, call, timeZone }: MaestroCallProps) {
  const t = useTranslations("maestro");
  const router = useRouter();
  const { addressWith, current } = useAddress();
  const place = { after: current.get("after"), before: current.get("before") };
  const close = () => router.push(addressWith({ ...place, call: null }), { scroll: false });
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && close()}>
      <SheetContent>
        <SheetHeader>
          <SheetTitle>{t(`purposes.${call.purpose}`)}</SheetTitle>
          <SheetDescription>{t(`outcomeText.${call.outcome}`)}</SheetDescription>
        </SheetHeader>
        <SheetBody className="grid content-start gap-6">
          <CallFacts account={account} call={call} timeZone={timeZone} />
          {call.detail && (
            <Part title={t("use.detail")}>
              <p className="break-words text-muted-foreground">{call.detail}</p>
            </Part>
          )}
          <Part title={t("use.answer")}>
            {call.output ? (
              <MaestroAnswer output={call.output} />
            ) : (
              <p className="text-muted-foreground">{t("use.noAnswer")}</p>
            )}
          </Part>
          {call.findings && (
            <Part title={t("use.findings")}>
              <CallFindings findings={call.findings} />
            </Part>
          )}
        </SheetBody>
      </SheetContent>
    </Sheet>
  );
}

function CallFacts({ account, call, timeZone }: MaestroCallProps) {
  const t = useTranslations("maestro.use");
  const format = useFormatter();
  const money = useMoney();
  const { contact, sequence, inputTokens: input, outputTokens: output } = call;
  const seconds = format.number(call.latencyMs / 1000, { maximumFractionDigits: 1 });
  const items: (DataListItem | false | null)[] = [
    { term: t("columns.outcome"), value: <MaestroOutcome outcome={call.outcome} /> },
    { term: t("columns.at"), value: <RelativeTime at={call.at} timeZone={timeZone} /> },
    contact && {
      term: t("contact"),
      value: (
        <Link href={`/${account}/contacts/${contact.id}`} className="link rounded-sm">
          {contact.name}
        </Link>
      ),
    },
    sequence && {
      term: t("sequence"),
      value: (
        <Link href={`/${account}/sequences/${sequence.id}`} className="link rounded-sm">
          {sequence.name}
        </Link>
      ),
    },
    { term: t("columns.model"), value: call.model },
    { term: t("columns.tokens"), value: t("tokens", { input, output }) },
    { term: t("columns.cost"), value: money(call.costMicros) },
    { term: t("columns.latency"), value: t("seconds", { seconds }) },
    { term: t("hash"), value: <code className="font-mono text-xs">{call.promptHash.slice(0, 16)}</code> },
  ];
  return <DataList items={items.filter((item) => Boolean(item)) as DataListItem[]} />;
}

function CallFindings({ findings }: { findings: NonNullable<AiCallShown["findings"]> }) {
  const t = useTranslations("maestro.use");
  const { sentence, known } = useFindingWords();
  if (findings.length === 0) return <p className="text-muted-foreground">{t("noFindings")}</p>;
  return (
    <ul className="grid list-disc gap-1 pl-4">
      {findings.map((finding) => (
        <li key={`${finding.code}-${finding.part}-${finding.from}`}>
          {sentence(finding)} <span className="text-muted-foreground">{known(finding)}</span>
        </li>
      ))}
    </ul>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="grid gap-1.5">
      <h3 className="font-medium">{title}</h3>
      {children}
    </section>
  );
}
