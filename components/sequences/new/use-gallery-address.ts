"use client";

import { useEffect } from "react";
import type { Locale } from "@/lib/locale";

/** Keeps what is looked at in the address, so that it can be sent to somebody; the way back skips it. */
export function useGalleryAddress({
  chosen,
  language,
  isDefault,
}: {
  chosen: string | null;
  language: Locale;
  isDefault: boolean;
}): void {
  useEffect(() => {
    if (isDefault) return;
    const query = new URLSearchParams({ ...(chosen && { start: chosen }), language });
    window.history.replaceState(null, "", `?${query}`);
  }, [chosen, language, isDefault]);
}
