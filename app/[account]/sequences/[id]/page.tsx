import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Editor } from "@/components/sequences/editor/editor";
import { AppError } from "@/lib/errors";
import { accountPage } from "@/lib/gate";
import { may } from "@/lib/permissions";
import { getSequence } from "@/lib/sequences/data";
import { firstFindings } from "@/lib/sequences/first-findings";
import { findContacts, getEditorContext } from "@/lib/sequences/preview";

type Props = {
  params: Promise<{ account: string; id: string }>;
  searchParams: Promise<{ new?: string; part?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sequences");
  return { title: t("title") };
}

export default async function SequencePage({ params, searchParams }: Props) {
  const { accountId, account, role, person } = await accountPage(params, "sequences.view");
  const { id } = await params;
  const [sequence, context, [firstContact = null]] = await Promise.all([
    getSequence(accountId, id).catch(orNotFound),
    getEditorContext(accountId, { name: person.name, email: person.email }, new Date()),
    findContacts(accountId, ""),
  ]);
  const first = await firstFindings(accountId, sequence.draft, context);
  const { new: isNew, part } = await searchParams;
  return (
    <Editor
      key={sequence.id}
      account={account.slug}
      sequence={sequence}
      context={context}
      first={first}
      firstContact={firstContact}
      part={typeof part === "string" ? part : null}
      isNew={isNew === "1"}
      canManage={may(role, "sequences.manage")}
      canPublish={may(role, "sequences.publish")}
      now={new Date().toISOString()}
    />
  );
}

function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not_found") notFound();
  throw error;
}
