import { AttributesScreen } from "@/components/attributes/attributes-screen";
import { attributeDefinitions, freeAttributes } from "@/lib/attributes/data";
import { accountPage } from "@/lib/gate";
import { may } from "@/lib/permissions";

type Props = {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function AttributesPage({ params, searchParams }: Props) {
  const { accountId, account, role } = await accountPage(params, "settings.view");
  const [definitions, free] = await Promise.all([attributeDefinitions(accountId), freeAttributes(accountId)]);
  const { define } = await searchParams;
  return (
    <AttributesScreen
      account={account.slug}
      definitions={definitions}
      free={free}
      toDefine={typeof define === "string" ? define : null}
      canManage={may(role, "settings.manage")}
    />
  );
}
