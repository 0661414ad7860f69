"use client";

import { type ReactNode, useRef } from "react";

/** The browser's file dialog behind a button of one's own. The same file may be chosen again after it was mended. */
export function ImportFile({
  onFile,
  children,
}: {
  onFile: (file: File) => void;
  children: (open: () => void) => ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
      {children(() => input.current?.click())}
    </>
  );
}
