import type { GuardCase, TableDraft, TableGroup } from "./types";

/** The drafts that the guard is measured on; its misses may be looked at and learnt from. */
export const TABLE: readonly GuardCase[] = casesOf([]);

/** Drafts of other scenes that nobody looks at while working on the guard: what it does with words it never saw. */
export const HELD_OUT: readonly GuardCase[] = casesOf([]);

function casesOf(groups: readonly TableGroup[]): GuardCase[] {
  return groups.flatMap((group) => [
    ...group.faithful.map((draft, at) => caseOf(group, `faithful-${at + 1}`, draft)),
    ...group.planted.map(({ kind, words, why, ...draft }, at) => ({
      ...caseOf(group, `planted-${at + 1}`, draft),
      planted: { kind, words, why },
    })),
  ]);
}

function caseOf(group: TableGroup, ending: string, draft: TableDraft): GuardCase {
  const { id, language, today, facts, bannedWords = [], earlier = [] } = group;
  const { channel, text, subject = null } = draft;
  return {
    id: `${id}/${ending}`,
    ...{ language, channel, today, facts, bannedWords, earlier },
    ...{ text, subject, planted: null },
  };
}
