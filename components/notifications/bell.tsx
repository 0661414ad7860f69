"use client";

import { Bell as BellIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Skeleton } from "@/components/ui/skeleton";
import { NewNotification } from "./new-notification";
import { useUnread } from "./use-unread";

/** Every screen has the bell; few people open it on each. */
const BellPanel = dynamic(() => import("./bell-panel").then((module) => module.BellPanel), {
  ssr: false,
  loading: () => <Skeleton className="m-3 h-40" />,
});

const MOST_SHOWN = 99;

/** How much waits for the person, on every screen, and the newest of it. */
export function Bell({ account }: { account: string }) {
  const t = useTranslations("notifications");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const unread = useUnread(account);
  const count = unread?.count ?? 0;
  useCommands(
    [
      {
        id: "go-notifications",
        label: t("title"),
        icon: BellIcon,
        shortcut: "g n",
        run: () => router.push(`/${account}/notifications`),
      },
    ],
    "go",
  );
  return (
    <>
      <Popover open={isOpen} onOpenChange={setOpen}>
        <PopoverTrigger asChild>
          <Button
            variant="ghost"
            size="icon-sm"
            className="relative text-muted-foreground max-md:size-11"
            aria-label={count > MOST_SHOWN ? t("bell.many") : t("bell.label", { count })}
          >
            <BellIcon aria-hidden />
            {count > 0 && (
              <span
                aria-hidden
                className="absolute top-0 right-0 grid h-3.5 min-w-3.5 place-items-center rounded-full bg-primary px-0.5 font-medium text-[10px] text-primary-foreground leading-none max-md:top-1.5 max-md:right-1.5"
              >
                {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
              </span>
            )}
          </Button>
        </PopoverTrigger>
        <PopoverContent align="end" aria-label={t("title")} className="w-96 max-w-[calc(100vw-1rem)] p-0">
          <BellPanel account={account} onLeave={() => setOpen(false)} />
        </PopoverContent>
      </Popover>
      <NewNotification newest={unread?.newest} />
    </>
  );
}
