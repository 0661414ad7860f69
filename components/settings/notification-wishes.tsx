"use client";

import { useTranslations } from "next-intl";
import { NativeSelect } from "@/components/ui/native-select";
import { Switch } from "@/components/ui/switch";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import {
  MAIL_WISHES,
  NOTIFICATION_KINDS,
  type NotificationKind,
  type NotificationPreferences,
} from "@/lib/core/model-maestro";
import { isShownFor, mailWishFor } from "@/lib/core/notification-wishes";

type NotificationWishesProps = {
  wishes: NotificationPreferences;
  onChange: (wishes: NotificationPreferences) => void;
};

/** Each kind of notification with its two ways. */
export function NotificationWishes({ wishes, onChange }: NotificationWishesProps) {
  const t = useTranslations("notifications.settings");
  return (
    <Table>
      <TableHeader>
        <TableRow>
          <TableHead className="first:pl-0 md:first:pl-0">{t("kind")}</TableHead>
          <TableHead className="max-sm:whitespace-normal max-sm:px-1.5">{t("inApp")}</TableHead>
          <TableHead className="max-sm:pl-1.5 last:pr-0 md:last:pr-0">{t("byMail")}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {NOTIFICATION_KINDS.map((kind) => (
          <Wish key={kind} kind={kind} wishes={wishes} onChange={onChange} />
        ))}
      </TableBody>
    </Table>
  );
}

function Wish({ kind, wishes, onChange }: NotificationWishesProps & { kind: NotificationKind }) {
  const t = useTranslations("notifications.settings");
  const name = t(`kinds.${kind}`);
  const mail = mailWishFor(wishes, kind);
  return (
    <TableRow>
      <TableHead
        scope="row"
        className="h-auto whitespace-normal py-2 text-left max-sm:pr-1.5 text-foreground first:pl-0 md:first:pl-0"
      >
        {name}
      </TableHead>
      <TableCell className="max-sm:px-1.5">
        <Switch
          aria-label={t("inAppFor", { kind: name })}
          checked={isShownFor(wishes, kind)}
          onCheckedChange={(isOn) => onChange({ ...wishes, inApp: { ...wishes.inApp, [kind]: isOn } })}
        />
      </TableCell>
      <TableCell className="max-sm:pl-1.5 last:pr-0 md:last:pr-0">
        <NativeSelect
          aria-label={t("byMailFor", { kind: name })}
          className="w-40"
          value={mail}
          onChange={(event) => {
            const chosen = MAIL_WISHES.find((wish) => wish === event.target.value) ?? mail;
            onChange({ ...wishes, byMail: { ...wishes.byMail, [kind]: chosen } });
          }}
        >
          {MAIL_WISHES.map((wish) => (
            <option key={wish} value={wish}>
              {t(`mail.${wish}`)}
            </option>
          ))}
        </NativeSelect>
      </TableCell>
    </TableRow>
  );
}
