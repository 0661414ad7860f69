import type { PendingQuery, Row } from "postgres";
import type { SqlTx } from "@/db/client";

type Sql = PendingQuery<Row[]>;

/**
 * The first instant of which the date in the zone is this one, so that cutting by it and by the date of each row gives
 * the same. Where the clocks of a zone go back at midnight, the day's first hour comes twice; Postgres alone would begin
 * with the second.
 */
export const dayStart = (tx: SqlTx, day: Sql, zone: string): Sql => tx`(
  (${day}::timestamp at time zone ${zone}) - case
    when (((${day}::timestamp at time zone ${zone}) - interval '1 hour') at time zone ${zone})::date >= ${day}
    then interval '1 hour' else interval '0' end)`;
