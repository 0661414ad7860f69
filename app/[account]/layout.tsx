import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { AlertStrip } from "@/components/alerts/alert-strip";
import { BulkIndicators } from "@/components/enrollments/bulk-indicators";
import { Shell } from "@/components/shell/shell";
import { FOLDED_COOKIE } from "@/components/shell/sidebar-cookie";
import { accountsOf } from "@/lib/accounts/data";
import { alertsForFrame } from "@/lib/alerts/frame";
import { accountFrame } from "@/lib/gate";
import { may } from "@/lib/permissions";

type LayoutProps = { children: ReactNode; params: Promise<{ account: string }> };

export default async function AccountLayout({ children, params }: LayoutProps) {
  const { person, account, role } = await accountFrame(params);
  const accounts = await accountsOf(person.id);
  const alerts = await alertsForFrame(account.slug);
  const isFolded = (await cookies()).get(FOLDED_COOKIE)?.value === "folded";
  return (
    <Shell frame={{ account, accounts, role, person }} isFolded={isFolded}>
      {alerts && <AlertStrip account={account.slug} initial={alerts} />}
      {children}
      {may(role, "enrollments.bulk") && (
        <div className="fixed right-4 bottom-20 z-40 grid w-80 max-w-[calc(100%-2rem)] gap-3 md:bottom-4">
          <BulkIndicators account={account.slug} />
        </div>
      )}
    </Shell>
  );
}
