import {
  BookUser,
  CalendarDays,
  ChartLine,
  ClipboardCheck,
  Handshake,
  LayoutDashboard,
  LayoutTemplate,
  ListOrdered,
  type LucideIcon,
  MessagesSquare,
  ReceiptText,
  Settings2,
  Smartphone,
  UsersRound,
  Workflow,
} from "lucide-react";
import type { Role } from "@/lib/core/model";
import { may, type Permission } from "@/lib/permissions";

export type SectionKey =
  | "overview"
  | "sequences"
  | "templates"
  | "enrollments"
  | "approvals"
  | "reports"
  | "conversations"
  | "contacts"
  | "deals"
  | "appointments"
  | "charges"
  | "automation"
  | "sandbox"
  | "settings";

type SectionEntry = {
  key: SectionKey;
  icon: LucideIcon;
  permission: Permission;
  /** Pressed after `g`, it leads there. */
  goKey?: string;
  /** Stands in the bar at the foot of a phone, which has room for five. */
  isInThumbReach?: boolean;
};

/** The entries of the sidebar, in order. */
const SECTIONS: SectionEntry[] = [
  { key: "overview", icon: LayoutDashboard, permission: "reports.view", goKey: "o", isInThumbReach: true },
  { key: "sequences", icon: ListOrdered, permission: "sequences.view", goKey: "s", isInThumbReach: true },
  { key: "templates", icon: LayoutTemplate, permission: "sequences.view", goKey: "t" },
  { key: "enrollments", icon: UsersRound, permission: "enrollments.view", goKey: "e", isInThumbReach: true },
  { key: "approvals", icon: ClipboardCheck, permission: "approvals.decide", goKey: "p" },
  { key: "reports", icon: ChartLine, permission: "reports.view", goKey: "r" },
  {
    key: "conversations",
    icon: MessagesSquare,
    permission: "conversations.view",
    goKey: "i",
    isInThumbReach: true,
  },
  { key: "contacts", icon: BookUser, permission: "contacts.view", goKey: "c", isInThumbReach: true },
  { key: "deals", icon: Handshake, permission: "records.view", goKey: "d" },
  { key: "appointments", icon: CalendarDays, permission: "records.view", goKey: "a" },
  { key: "charges", icon: ReceiptText, permission: "records.view", goKey: "h" },
  { key: "automation", icon: Workflow, permission: "automation.view" },
  { key: "sandbox", icon: Smartphone, permission: "conversations.view" },
  { key: "settings", icon: Settings2, permission: "settings.view" },
];

export const sectionsFor = (role: Role): SectionEntry[] =>
  SECTIONS.filter(({ permission }) => may(role, permission));
