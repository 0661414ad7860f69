"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { cn } from "@/components/ui/cn";
import type { Membership } from "@/lib/accounts/data";
import type { Role } from "@/lib/core/model";
import { BottomBar } from "./bottom-bar";
import { CommandsProvider } from "./commands-provider";
import { CrumbProvider } from "./crumb";
import { Sidebar } from "./sidebar";
import { FOLDED_COOKIE } from "./sidebar-cookie";
import { TopBar } from "./top-bar";

export type Frame = {
  account: { id: string; name: string; slug: string };
  accounts: Membership[];
  role: Role;
  person: { name: string; email: string };
};

const YEAR_SECONDS = 31_536_000;

type ShellProps = { frame: Frame; isFolded: boolean; children: ReactNode };

/** The frame of every page of an account. */
export function Shell({ frame, isFolded: wasFolded, children }: ShellProps) {
  const t = useTranslations("shell");
  const [isFolded, setIsFolded] = useState(wasFolded);
  const fold = (next: boolean) => {
    setIsFolded(next);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox before 140
    document.cookie = `${FOLDED_COOKIE}=${next ? "folded" : "open"}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
  };
  return (
    <CommandsProvider frame={frame}>
      <CrumbProvider>
        <a
          href="#content"
          className="sr-only z-50 rounded-md bg-primary px-3 py-2 text-primary-foreground focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          {t("skip")}
        </a>
        <div
          className={cn(
            "min-h-dvh md:grid",
            isFolded ? "md:grid-cols-[52px_1fr]" : "md:grid-cols-[220px_1fr]",
          )}
        >
          <div className="sticky top-0 hidden h-dvh border-r bg-sidebar md:block">
            <Sidebar frame={frame} isFolded={isFolded} onFold={fold} />
          </div>
          <div className="flex min-w-0 flex-col">
            <TopBar frame={frame} />
            <main id="content" tabIndex={-1} className="min-w-0 flex-1 pb-20 outline-none md:pb-10">
              {children}
            </main>
          </div>
        </div>
        <BottomBar frame={frame} />
      </CrumbProvider>
    </CommandsProvider>
  );
}
