import type { SavedView } from "@/lib/views/schema";
import { listQueryOf } from "./filter-fields";

/** Which list the screen shows: runs, refused attempts, or what was done to many. */
const LISTS = ["runs", "refused", "bulk"] as const;
type EnrollmentView = (typeof LISTS)[number];

export const listOf = (address: URLSearchParams): EnrollmentView =>
  LISTS.find((list) => list === address.get("view")) ?? "runs";

/** The views that everybody has. `mine` is for whoever looks. */
export const presetsFor = (userId: string) =>
  [
    { name: "all", query: "" },
    { name: "active", query: "status=active" },
    { name: "next", query: "status=active&sort=next" },
    { name: "mine", query: `status=live&assignee=${userId}` },
    { name: "ended", query: "status=ended&sort=ended" },
    { name: "failed", query: "status=ended&reason=failed&sort=ended" },
  ] as const;

export type Preset = ReturnType<typeof presetsFor>[number];

/** The saved view that was opened, and whether the list has been changed since. */
export function openedView(views: SavedView[], address: URLSearchParams) {
  const view = views.find(({ id }) => id === address.get("saved"));
  if (!view) return null;
  return { view, isChanged: listQueryOf(new URLSearchParams(view.query)) !== listQueryOf(address) };
}
