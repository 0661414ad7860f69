import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AiEnrollmentScreen } from "@/components/ai-enrollment/ai-enrollment-screen";
import { AI_ENROLLMENT_VIEWS } from "@/components/ai-enrollment/views";
import { aiEnrollmentState, listSuggestions, listVerdicts } from "@/lib/ai-enrollment/data";
import { verdictFilterSchema } from "@/lib/ai-enrollment/schema";
import { conversationChoices } from "@/lib/conversations/data";
import { AppError } from "@/lib/errors";
import { accountPage } from "@/lib/gate";
import { cursorSchema } from "@/lib/keyset";
import { may } from "@/lib/permissions";

type Props = {
  params: Promise<{ account: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ai-enrollment");
  return { title: t("short") };
}

export default async function AiEnrollmentPage({ params, searchParams }: Props) {
  const { accountId, account, role } = await accountPage(params, "sequences.view");
  const { id: sequenceId } = await params;
  const asked = await searchParams;
  const filter = verdictFilterSchema.parse(asked);
  const cursor = cursorSchema.catch({}).parse(asked);
  const now = new Date();
  const initial = await aiEnrollmentState(accountId, sequenceId, now).catch(orNotFound);
  const [suggestions, page, { inboxes }] = await Promise.all([
    listSuggestions(accountId, { sequenceId, now }),
    listVerdicts(accountId, { sequenceId, filter, ...cursor }),
    conversationChoices(accountId),
  ]);
  return (
    <AiEnrollmentScreen
      account={account.slug}
      view={AI_ENROLLMENT_VIEWS.find((view) => view === asked.view) ?? "people"}
      {...{ initial, suggestions, inboxes }}
      log={{ page, filter }}
      rights={{
        mayChange: may(role, "sequences.publish"),
        mayDecide: may(role, "enrollments.manage"),
        maySetUp: may(role, "settings.manage"),
      }}
    />
  );
}

function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not_found") notFound();
  throw error;
}
