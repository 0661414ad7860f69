"use client";

import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import { exactTime, relativeTime } from "./time-text";
import { Hint } from "./tooltip";

type RelativeTimeProps = {
  /** An instant: a Date or its ISO text. */
  at: Date | string;
  /** The zone of the exact time; the browser's when absent. */
  timeZone?: string;
  className?: string;
};

const REFRESH_MS = 30_000;

/** "in 3 hours", with the exact time and its zone on hover. */
export function RelativeTime({ at, timeZone, className }: RelativeTimeProps) {
  const locale = useLocale();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
  const instant = new Date(at);
  return (
    <Hint text={exactTime(instant, locale, timeZone)}>
      {/* The server's clock and zone are not the browser's: both texts are right for where they were made. */}
      <time dateTime={instant.toISOString()} className={className} suppressHydrationWarning>
        {relativeTime(instant, now, locale, timeZone)}
      </time>
    </Hint>
  );
}
