"use client";

import type { ExternalToast } from "sonner";
import { fetchedLater } from "./fetched-later";

export const toastList = fetchedLater(() => import("./toast-list"));

const saying = (kind: "message" | "success" | "error") => (text: string, options?: ExternalToast) => {
  void toastList.fetch().then((list) => list?.toast[kind](text, options));
};

/** Says what has happened, in a corner of the page. */
export const toast = Object.assign(saying("message"), {
  success: saying("success"),
  error: saying("error"),
});
