"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuGroup,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Link } from "@/components/ui/link";
import { PROVIDER_GROUPS } from "./inbox-fields";
import { providerIcons } from "./provider-icons";

export function AddInbox({ account }: { account: string }) {
  const t = useTranslations("settings.inboxes");
  const words = useTranslations("status");
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button>
          <Plus aria-hidden />
          {t("add")}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {PROVIDER_GROUPS.map(({ of, providers }) => (
          <DropdownMenuGroup key={of}>
            <DropdownMenuLabel>{of === "other" ? t("other") : words(`channel.${of}`)}</DropdownMenuLabel>
            {providers.map((provider) => {
              const Icon = providerIcons[provider];
              return (
                <DropdownMenuItem key={provider} asChild>
                  <Link href={`/${account}/settings/inboxes/new?provider=${provider}`}>
                    <Icon aria-hidden />
                    {words(`provider.${provider}`)}
                  </Link>
                </DropdownMenuItem>
              );
            })}
          </DropdownMenuGroup>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
