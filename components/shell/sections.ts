import {
  BookUser,
  LayoutDashboard,
  ListOrdered,
  type LucideIcon,
  Settings2,
  Smartphone,
  UsersRound,
} from "lucide-react";
import type { Role } from "@/lib/core/model";
import { may, type Permission } from "@/lib/permissions";

export type SectionKey = "overview" | "sequences" | "enrollments" | "contacts" | "sandbox" | "settings";

type SectionEntry = { key: SectionKey; icon: LucideIcon; permission: Permission };

/** The entries of the sidebar, in order; on phones all but the last stand in the bottom bar. */
const SECTIONS: SectionEntry[] = [
  { key: "overview", icon: LayoutDashboard, permission: "reports.view" },
  { key: "sequences", icon: ListOrdered, permission: "sequences.view" },
  { key: "enrollments", icon: UsersRound, permission: "enrollments.view" },
  { key: "contacts", icon: BookUser, permission: "contacts.view" },
  { key: "sandbox", icon: Smartphone, permission: "conversations.view" },
  { key: "settings", icon: Settings2, permission: "settings.view" },
];

export const sectionsFor = (role: Role): SectionEntry[] =>
  SECTIONS.filter(({ permission }) => may(role, permission));
