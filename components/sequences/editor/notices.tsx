"use client";

import dynamic from "next/dynamic";
import { RestoreNotice } from "./restore-notice";
import type { useDraft } from "./use-draft";
import type { useElsewhere } from "./use-elsewhere";

/** Rarely needed, and it brings the words of every difference along. */
const ConflictNotice = dynamic(() => import("./conflict-notice").then((module) => module.ConflictNotice), {
  ssr: false,
});

type NoticesProps = { elsewhere: ReturnType<typeof useElsewhere>; editing: ReturnType<typeof useDraft> };

/** What a person must decide before their words and others' can live together. */
export function Notices({ elsewhere, editing }: NoticesProps) {
  const { conflict } = elsewhere;
  const { kept, savedRevision, restore } = editing;
  if (conflict) {
    return <ConflictNotice conflict={conflict} onTheirs={elsewhere.takeTheirs} onMine={elsewhere.keepMine} />;
  }
  const { found } = kept;
  if (!found || found.revision !== savedRevision) return null;
  return (
    <RestoreNotice
      at={found.at}
      onRestore={() => {
        restore(found.draft, found.revision);
        kept.settle();
      }}
      onGiveUp={kept.settle}
    />
  );
}
