import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/test-database";
import { advance } from "../advance";
import { clockAt, NOW } from "../fixtures/arrange";
import { useSmtpArena } from "./fixtures/arena";
import { expectFate, type Played, playRow, sendsOf, startFaulty } from "./fixtures/play-row";
import { SMTP_TABLE, STARTTLS_TABLE } from "./fixtures/smtp-table";

const database = useTestDatabase();

describe("a mail server that", () => {
  const arena = useSmtpArena({ silenceMs: 2_500, totalMs: 10_000 });
  const played = new Map<string, Played>();

  // All at once, because those that say nothing take the driver's whole patience.
  beforeAll(async () => {
    await Promise.all(
      SMTP_TABLE.map(async ({ fault, does }) =>
        played.set(fault, await playRow(database.sql, arena, [does])),
      ),
    );
  });

  it.each(SMTP_TABLE)("meets a mail with $fault: $fate", ({ fault, does, fate, code }) => {
    expectFate(played.get(fault) as Played, { fateName: fate, code, isTaken: does.takes === true });
  });

  it.each(STARTTLS_TABLE)(
    "answers the wish for encryption with $fault: not a word in the clear",
    async (row) => {
      const { run, inbox, enrollmentId } = await startFaulty(arena, [row.does]);
      await advance(run, clockAt(NOW));
      expect(await sendsOf(database.sql, enrollmentId)).toMatchObject([{ status: row.status }]);
      expect(await database.sql`select status from inboxes where id = ${inbox.id}`).toEqual([
        { status: row.inbox },
      ]);
      expect(new Set(arena.heardBy(inbox))).toEqual(new Set(["ehlo", "starttls"]));
    },
  );
});
