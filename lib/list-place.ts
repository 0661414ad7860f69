import * as z from "zod";

/**
 * A row of a list that is in the order of an instant: behind it the next page begins. `at` as Postgres writes it;
 * statements take it as `::text::timestamptz`, because the driver would cut a timestamp off at its milliseconds.
 */
export type Place = { at: string; id: string };

const placeSchema = z.object({
  at: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[\d.+:-]*$/),
  id: z.uuid(),
});

/** A place as an address carries it; null for what is none, which is the beginning. */
export function readPlace(text: string | null): Place | null {
  const [at, id] = (text ?? "").split("|");
  const place = placeSchema.safeParse({ at, id });
  return place.success ? place.data : null;
}
