import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LanguageSelect } from "./language-select";
import { Mark } from "./mark";

/** The frame of the pages before an account: sign in, sign up, name the account. */
export function FrontDoor({ title, intro, children }: { title: string; intro: string; children: ReactNode }) {
  const t = useTranslations("auth");
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(26rem,2fr)_3fr]">
      <div className="flex flex-col px-6 py-6 sm:px-10">
        <header className="flex items-center gap-2 font-semibold text-base">
          <Mark />
          Follow-ups
        </header>
        <main className="m-auto grid w-full max-w-80 gap-5 py-10">
          <div className="grid gap-1">
            <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
            <p className="text-muted-foreground">{intro}</p>
          </div>
          {children}
        </main>
        <footer>
          <LanguageSelect />
        </footer>
      </div>
      <aside className="hidden content-center border-l bg-sidebar px-16 lg:grid">
        <div className="mx-auto grid max-w-md gap-6">
          <p className="text-balance font-medium text-2xl tracking-tight">{t("promise")}</p>
          <ol className="grid border-l">
            {(["first", "second", "reply"] as const).map((step) => (
              <li key={step} className="relative grid gap-0.5 py-3 pl-5">
                <span
                  aria-hidden
                  className={`-left-[5px] absolute top-[19px] size-2.25 rounded-full border-2 border-sidebar ${step === "reply" ? "bg-green" : "bg-blue"}`}
                />
                <span className="text-muted-foreground text-xs">{t(`example.${step}.when`)}</span>
                <span>{t(`example.${step}.what`)}</span>
              </li>
            ))}
          </ol>
        </div>
      </aside>
    </div>
  );
}
