import type { SqlTx } from "@/db/client";
import { enrollmentStarted } from "@/inngest/events";

/**
 * SQL that has the durable runs of some enrollments begin: of rows with `id` and `driver`, by the name that they have in
 * the statement. The id of the event is the run's, so that one that is relayed twice begins once. Returns `seq`; whoever
 * uses it tells the relay.
 */
export const startEvents = (tx: SqlTx, accountId: string, started: "started" | "restarted") => tx`
  insert into outbox (event_id, name, data)
  select 'start:' || id || ':' || driver, ${enrollmentStarted.name},
    jsonb_build_object('accountId', ${accountId}::text, 'enrollmentId', id, 'driver', driver)
  from ${tx(started)} returning seq`;
