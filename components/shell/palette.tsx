"use client";

import { BookUser, ListOrdered, LoaderCircle, MessagesSquare } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import {
  CommandDialog,
  CommandEmpty,
  CommandGroup,
  CommandInput,
  CommandItem,
  CommandList,
} from "@/components/ui/command";
import { Keys } from "@/components/ui/kbd";
import { Status } from "@/components/ui/status";
import type { ConversationStatus } from "@/lib/core/model";
import { COMMAND_GROUPS } from "./command-registry";
import { useOfferedCommands } from "./commands";
import { FoundRecord, recordAddress } from "./found-record";
import { useSearch } from "./use-search";
import { matchesWords } from "./word-match";

type PaletteProps = { account: string; isOpen: boolean; onClose: () => void };

/** Everything by typing: what the screen offers, every place, and what the account has by name. */
export function Palette({ account, isOpen, onClose }: PaletteProps) {
  const t = useTranslations("shell.palette");
  const statuses = useTranslations("status");
  const router = useRouter();
  const [text, setText] = useState("");
  const { found, isBusy, isError } = useSearch(account, isOpen ? text : "");
  const chosen = useRef<(() => void) | null>(null);
  const commands = useOfferedCommands().filter(
    ({ label, keywords = "", isKeyOnly, isDisabled }) =>
      !isKeyOnly && !isDisabled && matchesWords(`${label} ${keywords}`, text),
  );
  const count = commands.length + Object.values(found ?? {}).reduce((sum, rows) => sum + rows.length, 0);

  const close = () => {
    onClose();
    setText("");
  };
  const choose = (act: () => void) => {
    chosen.current = act;
    close();
  };
  const runChosen = () => {
    const act = chosen.current;
    chosen.current = null;
    // The dialog gives the focus back first; an act that puts it elsewhere must have the last word.
    if (act) queueMicrotask(act);
  };

  return (
    <CommandDialog
      open={isOpen}
      onOpenChange={(open) => !open && close()}
      onClosed={runChosen}
      title={t("title")}
      description={t("description")}
      shouldFilter={false}
    >
      <CommandInput value={text} onValueChange={setText} placeholder={t("prompt")}>
        {isBusy && (
          <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin text-muted-foreground" />
        )}
      </CommandInput>
      <p role="status" className="sr-only">
        {isOpen && !isBusy && t("count", { count })}
      </p>
      <CommandList label={t("results")}>
        <CommandEmpty>{isBusy ? t("searching") : t("nothing", { text })}</CommandEmpty>
        {found && found.sequences.length > 0 && (
          <CommandGroup heading={t("sequences")}>
            {found.sequences.map(({ id, name, status }) => (
              <CommandItem
                key={id}
                value={id}
                onSelect={() => choose(() => router.push(`/${account}/sequences/${id}`))}
              >
                <ListOrdered aria-hidden />
                <span className="min-w-0 truncate">{name}</span>
                <Status status={status} className="ml-auto text-muted-foreground text-xs">
                  {statuses(`sequence.${status}`)}
                </Status>
              </CommandItem>
            ))}
          </CommandGroup>
        )}
        {found && found.contacts.length > 0 && (
          <CommandGroup heading={t("contacts")}>
            {found.contacts.map(({ id, name, address }) => (
              <CommandItem
                key={id}
                value={id}
                onSelect={() => choose(() => router.push(`/${account}/contacts/${id}`))}
              >
                <BookUser aria-hidden />
                <span className="min-w-0 truncate">{name}</span>
                <span className="ml-auto truncate pl-3 text-muted-foreground text-xs">{address}</span>
              </CommandItem>
            ))}
          </CommandGroup>
        )}
        {found && found.conversations.length > 0 && (
          <CommandGroup heading={t("conversations")}>
            {found.conversations.map(({ id, contactName, inboxName, status }) => (
              <CommandItem
                key={id}
                value={id}
                onSelect={() => choose(() => router.push(threadAddress(account, id, status)))}
              >
                <MessagesSquare aria-hidden />
                <span className="min-w-0 truncate">{t("with", { name: contactName })}</span>
                <span className="ml-auto truncate pl-3 text-muted-foreground text-xs">
                  {inboxName}, {statuses(`conversation.${status}`)}
                </span>
              </CommandItem>
            ))}
          </CommandGroup>
        )}
        {found && found.records.length > 0 && (
          <CommandGroup heading={t("records")}>
            {found.records.map(({ id, kind, title, contactName, status }) => (
              <FoundRecord
                key={id}
                {...{ id, kind, title, contactName, status }}
                onSelect={() => choose(() => router.push(recordAddress(account, { id, kind, status })))}
              />
            ))}
          </CommandGroup>
        )}
        {COMMAND_GROUPS.map((group) => {
          const offered = commands.filter((command) => command.group === group);
          if (offered.length === 0) return null;
          return (
            <CommandGroup key={group} heading={t(`groups.${group}`)}>
              {offered.map(({ id, label, icon: Icon, shortcut, run }) => (
                <CommandItem key={id} value={id} onSelect={() => choose(run)}>
                  {Icon && <Icon aria-hidden />}
                  <span className="min-w-0 truncate">{label}</span>
                  {shortcut && <Keys shortcut={shortcut} className="ml-auto pl-3 max-md:hidden" />}
                </CommandItem>
              ))}
            </CommandGroup>
          );
        })}
        {isError && <p className="px-3 py-2 text-muted-foreground text-xs">{t("failed")}</p>}
      </CommandList>
    </CommandDialog>
  );
}

/** With the list that has the thread in it: the usual one shows the open ones. */
const threadAddress = (account: string, id: string, status: ConversationStatus) =>
  `/${account}/conversations?${status === "open" ? "" : `status=${status}&`}thread=${id}`;
