import { redirect } from "next/navigation";

export default async function AccountPage({ params }: { params: Promise<{ account: string }> }) {
  const { account } = await params;
  redirect(`/${account}/overview`);
}
