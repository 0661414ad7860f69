import * as z from "zod";
import { accountInput } from "@/lib/action-input";

/** A list as somebody has filtered and sorted it, under a name. */
export type SavedView = {
  id: string;
  name: string;
  /** The address of the list behind the question mark, without the place of a page. */
  query: string;
  /** Everybody's, not only the reader's own. */
  isShared: boolean;
  /** The reader may rename and delete it: an own one, or a shared one with `enrollments.manage`. */
  isMine: boolean;
};

/** As many may a person have, and as many may be everybody's. */
export const MOST_VIEWS = 50;

const name = z.string().trim().min(1).max(60);
/** Longer than any filter that fits into an address. */
const query = z.string().max(8_000);

/** Throws nothing away: a query of which a part is no filter is refused. */
export const saveViewSchema = accountInput.extend({ name, query, isShared: z.boolean() });
/** What is absent stays. */
export const changeViewSchema = accountInput.extend({
  viewId: z.uuid(),
  name: name.optional(),
  query: query.optional(),
});
export const viewIdSchema = accountInput.extend({ viewId: z.uuid() });
