import { redirect } from "next/navigation";
import { settingsPagesFor } from "@/components/settings/settings-pages";
import { accountFrame } from "@/lib/gate";

export default async function SettingsPage({ params }: { params: Promise<{ account: string }> }) {
  const { account, role } = await accountFrame(params);
  redirect(`/${account.slug}/settings/${settingsPagesFor(role)[0]}`);
}
