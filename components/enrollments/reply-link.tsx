"use client";

import { useParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";

/** To the thread of an answer, where what could be done about it stands below it. */
export function ReplyLink({ conversationId }: { conversationId: unknown }) {
  const t = useTranslations("replies");
  const { account } = useParams<{ account: string }>();
  if (typeof conversationId !== "string") return null;
  return (
    <Link
      className="link justify-self-start text-xs"
      href={`/${account}/conversations?thread=${conversationId}`}
    >
      {t("openReply")}
    </Link>
  );
}
