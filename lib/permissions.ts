import type { Role } from "@/lib/core/model";

/** Every right of the product. The gates ask for one of these; no other code looks at a role. */
export const PERMISSIONS = [
  "sequences.view",
  "sequences.manage",
  "sequences.publish",
  "enrollments.view",
  "enrollments.manage",
  "enrollments.bulk",
  "approvals.decide",
  "reports.view",
  "settings.view",
  "settings.manage",
  "contacts.view",
  "contacts.manage",
  "contacts.erase",
  "records.view",
  "records.manage",
  "automation.view",
  "automation.manage",
  "conversations.view",
  "conversations.reply",
  "inboxes.manage",
  "team.manage",
  "executor.view",
  "executor.manage",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const VIEWS: Permission[] = [
  "sequences.view",
  "enrollments.view",
  "reports.view",
  "contacts.view",
  "records.view",
  "automation.view",
  "conversations.view",
];
const ONLY_ADMINISTRATORS: Permission[] = [
  "settings.manage",
  "inboxes.manage",
  "team.manage",
  "executor.manage",
];

const GRANTED: Record<Role, ReadonlySet<Permission>> = {
  administrator: new Set(PERMISSIONS),
  manager: new Set(PERMISSIONS.filter((permission) => !ONLY_ADMINISTRATORS.includes(permission))),
  agent: new Set([
    ...VIEWS,
    "enrollments.manage",
    "contacts.manage",
    "records.manage",
    "conversations.reply",
    "approvals.decide",
  ] as const),
  viewer: new Set([...VIEWS, "settings.view", "executor.view"] as const),
};

export const may = (role: Role, permission: Permission): boolean => GRANTED[role].has(permission);

export const permissionsOf = (role: Role): Permission[] => PERMISSIONS.filter((each) => may(role, each));
