"use client";

import { useFormatter } from "next-intl";

/** Millionths of a US dollar as people read them: what is less than a cent keeps the digits that say something. */
export function useMoney(): (micros: number) => string {
  const format = useFormatter();
  return (micros) => {
    const isSmall = micros > 0 && micros < 1_000_000;
    return format.number(micros / 1_000_000, {
      ...{ style: "currency", currency: "USD" },
      maximumFractionDigits: isSmall ? 5 : 2,
    });
  };
}
