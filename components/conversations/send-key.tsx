"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Hint } from "@/components/ui/tooltip";

const KEY = "reply-sends-on";

/** Whether Enter sends, or only Ctrl and Enter: a wish of the person, kept in the browser. */
export function useSendKey() {
  const [sendsOnEnter, setSendsOnEnter] = useState(true);
  useEffect(() => {
    try {
      setSendsOnEnter(localStorage.getItem(KEY) !== "chord");
    } catch {
      // A browser that keeps nothing has the usual key.
    }
  }, []);
  const change = (next: boolean) => {
    setSendsOnEnter(next);
    try {
      localStorage.setItem(KEY, next ? "enter" : "chord");
    } catch {
      // It holds until the page is left.
    }
  };
  return [sendsOnEnter, change] as const;
}

type SendKeyProps = { sendsOnEnter: boolean; onChange: (sendsOnEnter: boolean) => void };

export function SendKey({ sendsOnEnter, onChange }: SendKeyProps) {
  const t = useTranslations("conversations.reply");
  return (
    <Hint text={t("changeKey")}>
      <Button
        variant="ghost"
        size="sm"
        className="font-normal text-muted-foreground max-md:hidden"
        onClick={() => onChange(!sendsOnEnter)}
      >
        {t(sendsOnEnter ? "onEnter" : "onChord")}
      </Button>
    </Hint>
  );
}
