import { redirect } from "next/navigation";

export default async function SettingsPage({ params }: { params: Promise<{ account: string }> }) {
  const { account } = await params;
  redirect(`/${account}/settings/general`);
}
