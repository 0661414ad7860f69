import { accountRoute } from "@/lib/route";
import { findContacts } from "@/lib/sequences/preview";

export const GET = accountRoute("contacts.view", ({ accountId, searchParams }) =>
  findContacts(accountId, (searchParams.get("q") ?? "").trim().slice(0, 80)),
);
