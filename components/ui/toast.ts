"use client";

import type { ExternalToast } from "sonner";
import { fetchedLater } from "./fetched-later";

export const toastList = fetchedLater(() => import("./toast-list"));

/** What can be taken back must be read and reached first. */
const ACTION_MS = 12_000;

const saying = (kind: "message" | "success" | "error") => (text: string, options?: ExternalToast) => {
  const lasting = options?.action ? { duration: ACTION_MS, ...options } : options;
  void toastList.fetch().then((list) => list?.toast[kind](text, lasting));
};

/** Says what has happened, in a corner of the page. */
export const toast = Object.assign(saying("message"), {
  success: saying("success"),
  error: saying("error"),
});
