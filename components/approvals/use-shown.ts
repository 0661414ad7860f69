"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";

/**
 * The draft that is shown, which stands in the address too. The address follows: it changes behind every act that is
 * still under way, and the next draft must not wait for that.
 */
export function useShown() {
  const inAddress = useSearchParams().get("draft");
  const [shown, setShown] = useState(inAddress);
  /** Written here and not yet read back. */
  const written = useRef<(string | null)[]>([]);

  useEffect(() => {
    const place = written.current.indexOf(inAddress);
    if (place >= 0) written.current.splice(0, place + 1);
    // Somebody else changed it: a link, a filter, the browser's way back.
    else setShown(inAddress);
  }, [inAddress]);

  const show = useCallback((id: string | null) => {
    setShown(id);
    const next = new URLSearchParams(window.location.search);
    if (next.get("draft") === id) return;
    if (id) next.set("draft", id);
    else next.delete("draft");
    written.current.push(id);
    window.history.replaceState(null, "", `?${next}`);
  }, []);
  return { shown, show };
}
