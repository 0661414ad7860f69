"use client";

import { toastList } from "./toast";

/** `toast(...)` itself comes from `toast.ts`. */
export function Toaster() {
  const list = toastList.useModule();
  return list && <list.ToastList />;
}
