import { describe, expect, it } from "vitest";
import { ROLES } from "@/lib/core/model";
import { may, PERMISSIONS, permissionsOf } from "./permissions";

describe("roles", () => {
  it("let an administrator do everything", () => {
    expect(permissionsOf("administrator")).toEqual([...PERMISSIONS]);
  });

  it("leave the account itself to administrators", () => {
    const onlyTheirs = PERMISSIONS.filter((permission) => !may("manager", permission));
    expect(onlyTheirs).toEqual(["settings.manage", "inboxes.manage", "team.manage", "executor.manage"]);
  });

  it("let an agent enroll, write and decide, but neither publish nor see the settings", () => {
    expect(permissionsOf("agent")).toEqual([
      "sequences.view",
      "enrollments.view",
      "enrollments.manage",
      "approvals.decide",
      "reports.view",
      "contacts.view",
      "contacts.manage",
      "records.view",
      "records.manage",
      "automation.view",
      "conversations.view",
      "conversations.reply",
    ]);
  });

  it("let a viewer only look", () => {
    expect(permissionsOf("viewer")).toEqual(PERMISSIONS.filter((permission) => permission.endsWith(".view")));
  });

  it.each(ROLES)("never give %s more than the administrator has", (role) => {
    expect(PERMISSIONS.filter((each) => may(role, each) && !may("administrator", each))).toEqual([]);
  });
});
