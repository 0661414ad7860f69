"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { PROVIDERS } from "@/lib/core/model-inboxes";
import { providerIcons } from "./provider-icons";

export function AddInbox({ account }: { account: string }) {
  const t = useTranslations("settings.inboxes");
  const words = useTranslations("status.provider");
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button>
          <Plus aria-hidden />
          {t("add")}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {PROVIDERS.map((provider) => {
          const Icon = providerIcons[provider];
          return (
            <DropdownMenuItem key={provider} asChild>
              <Link href={`/${account}/settings/inboxes/new?provider=${provider}`}>
                <Icon aria-hidden />
                {words(provider)}
              </Link>
            </DropdownMenuItem>
          );
        })}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
