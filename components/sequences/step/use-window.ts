"use client";

import { useState } from "react";
import type { Channel, Step } from "@/lib/core/model";
import type { WindowState } from "@/lib/core/window";
import { useEditor } from "../editor/editor-scope";
import { useSampleContact } from "./use-sample-contact";
import { windowForecast } from "./window-forecast";

type WindowChoice = Exclude<WindowState, "none">;

/** In which state of the 24-hour window the step is looked at: as it will probably be, until somebody chooses. */
export function useWindow(channel: Channel, step: Step, index: number) {
  const { context, draft, render } = useEditor();
  const [chosen, chooseState] = useState<WindowChoice | null>(null);
  const sample = useSampleContact();
  const hasWindow =
    channel === "whatsapp" && context.inboxes.some((inbox) => inbox.channel === channel && inbox.hasWindow);
  const closesAt = sample?.windowClosesAt ? new Date(sample.windowClosesAt) : null;
  const steps = [...draft.steps.slice(0, index), step];
  const forecast = sample ? windowForecast(steps, index, closesAt, render.now) : null;
  const state: WindowState = hasWindow ? (chosen ?? forecast ?? "closed") : "none";
  return { state, forecast, chooseState };
}
