import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/locale";
import type { UnsubscribeLink } from "@/lib/unsubscribe/data";

type UnsubscribeCardProps = {
  token: string;
  link: UnsubscribeLink;
  locale: Locale;
  /** The person has just taken it back. */
  isBack: boolean;
};

/** Works without scripts: plain forms, and the page is made anew after each. */
export async function UnsubscribeCard({ token, link, locale, isBack }: UnsubscribeCardProps) {
  const t = await getTranslations({ locale, namespace: "unsubscribe" });
  const { accountName: account, sender, isUnsubscribed } = link;
  const values = { account, sender, address: link.address ?? "—" };
  return (
    <main lang={locale} className="mx-auto grid min-h-dvh max-w-md content-center gap-5 px-6 py-10">
      {isUnsubscribed ? (
        <>
          <h1 className="font-semibold text-xl tracking-tight">{t("doneHeading")}</h1>
          <p className="text-muted-foreground">{t("doneAbout", values)}</p>
        </>
      ) : (
        <>
          <h1 className="text-balance font-semibold text-xl tracking-tight">{t("heading", values)}</h1>
          {isBack && <p role="status">{t("againAbout", values)}</p>}
          <p className="text-muted-foreground">{t("about", values)}</p>
        </>
      )}
      {link.address && (
        <form method="post" action={`/u/${encodeURIComponent(token)}`}>
          <input type="hidden" name="page" value="yes" />
          {isUnsubscribed ? (
            <Button type="submit" variant="outline" name="wish" value="again">
              {t("undo")}
            </Button>
          ) : (
            <Button type="submit" size="lg" name="List-Unsubscribe" value="One-Click">
              {t("act")}
            </Button>
          )}
        </form>
      )}
    </main>
  );
}
