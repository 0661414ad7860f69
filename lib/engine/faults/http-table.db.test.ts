import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/test-database";
import { useHttpArena } from "./fixtures/arena";
import { HTTP_PROVIDERS, HTTP_TABLE, STORMS, stormOf } from "./fixtures/http-table";
import { expectFate, type Played, playRow } from "./fixtures/play-row";

const database = useTestDatabase();

describe.each(HTTP_PROVIDERS)("a provider of %s that", (provider) => {
  const arena = useHttpArena(provider, { timeoutMs: 3_000 });
  const played = new Map<string, Played>();

  // All at once, because those that say nothing take the driver's whole patience.
  beforeAll(async () => {
    const play = async ({ fault, does }: { fault: string; does: (typeof HTTP_TABLE)[number]["does"] }) =>
      void played.set(fault, await playRow(database.sql, arena, does));
    await Promise.all(
      [...HTTP_TABLE, ...STORMS.map(({ fault, times }) => ({ fault, does: stormOf(provider, times) }))].map(
        play,
      ),
    );
  });

  it.each(HTTP_TABLE.map((row) => ({ ...row, fate: row.but?.[provider] ?? row.fate })))(
    "meets a message with $fault: $fate",
    ({ fault, does, fate, code, waits }) => {
      const isTaken = does.some(({ takes }) => takes);
      expectFate(played.get(fault) as Played, {
        fateName: fate,
        code: fate === "sent" ? "" : code,
        isTaken,
        waits,
      });
    },
  );

  it.each(STORMS)("answers $fault: $last after $attempts attempts", ({ fault, last, attempts }) => {
    const { last: sent, taken } = played.get(fault) as Played;
    expect(sent).toMatchObject({ status: last, attempts });
    expect(taken.last).toBe(last === "sent" ? 1 : 0);
  });
});
