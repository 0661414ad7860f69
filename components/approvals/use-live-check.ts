"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import type { DraftDetail } from "@/lib/approvals/schema";
import type { Finding } from "@/lib/core/model-maestro";
import { moveFindings } from "./finding-spans";
import { postJson } from "./post-json";

/** Long enough that a word is typed, short enough to be there when one looks up. */
const TYPING_PAUSE_MS = 350;

type Checked = { text: string; subject: string | null; findings: Finding[] };

/** What the guard finds in the words as they are typed; a moment behind them, and moved along until then. */
export function useLiveCheck(account: string, draft: DraftDetail, words: Omit<Checked, "findings">) {
  const { text, subject } = words;
  const [checked, setChecked] = useState<Checked>(draft);
  const asked = useRef(0);
  const isSettled = checked.text === text && checked.subject === subject;

  // The draft itself was changed, or what is known of the contact was.
  const [known, setKnown] = useState(draft);
  if (known !== draft) {
    setKnown(draft);
    if (text === draft.text && subject === draft.subject) setChecked(draft);
  }

  useEffect(() => {
    if (isSettled) return;
    asked.current += 1;
    const number = asked.current;
    const timer = setTimeout(async () => {
      const address = `/api/a/${account}/approvals/${draft.id}/check`;
      const answer = await postJson<{ findings: Finding[] }>(address, { text, subject }).catch(() => null);
      // Whoever types on is answered by the next check; what was not answered is checked when it is approved.
      if (answer && number === asked.current) setChecked({ text, subject, findings: answer.findings });
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [account, draft.id, text, subject, isSettled]);

  const findings = useMemo(() => {
    const ofText = moveFindings(checked.findings, "text", checked.text, text);
    return moveFindings(ofText, "subject", checked.subject ?? "", subject ?? "");
  }, [checked, text, subject]);
  return { findings, isSettled };
}
