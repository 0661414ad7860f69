import {
  AlarmClock,
  FilePenLine,
  type LucideIcon,
  MessageCircleReply,
  Sparkles,
  Undo2,
  UserRoundCheck,
} from "lucide-react";
import type { NotificationKind } from "@/lib/core/model-maestro";

export const NOTIFICATION_ICONS: Record<NotificationKind, LucideIcon> = {
  draft_waiting: FilePenLine,
  draft_reminder: AlarmClock,
  draft_returned: Undo2,
  draft_assigned: UserRoundCheck,
  suggestion_waiting: Sparkles,
  reply_waits: MessageCircleReply,
};
