import { Cron } from "croner";

const ZONE = /^(?:CRON_)?TZ=(\S+)\s+(.*)$/;

/**
 * Reads a cron trigger, `TZ=Europe/Paris 0 9 * * 1` or plain five fields in UTC. Answers null when it is neither;
 * seconds and `@every` are not supported.
 */
export function parseCron(source: string): Cron | null {
  const zoned = ZONE.exec(source.trim());
  const expression = zoned?.[2] ?? source.trim();
  if (!expression.startsWith("@") && expression.split(/\s+/).length !== 5) return null;
  try {
    // croner looks at the zone only when it is first used.
    new Intl.DateTimeFormat("en", { timeZone: zoned?.[1] ?? "UTC" });
    return new Cron(expression, { timezone: zoned?.[1] ?? "UTC", paused: true });
  } catch {
    return null;
  }
}

/** The first instant after `after` (milliseconds), or null when there is none. */
export function nextTick(cron: Cron, after: number): number | null {
  return cron.nextRun(new Date(after))?.getTime() ?? null;
}
