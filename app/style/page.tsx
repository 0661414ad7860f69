import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StyleGuide } from "@/components/style/style-guide";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("style");
  return { title: t("title") };
}

export default function StylePage() {
  return <StyleGuide />;
}
