import { EN_DUES } from "./en-dues";
import { EN_ODD } from "./en-odd";
import { EN_QUOTES } from "./en-quotes";
import { EN_RENEWALS } from "./en-renewals";
import { EN_VISITS } from "./en-visits";
import { EN_WELCOMES } from "./en-welcomes";
import { ES_DUES } from "./es-dues";
import { ES_ODD } from "./es-odd";
import { ES_QUOTES } from "./es-quotes";
import { ES_RENEWALS } from "./es-renewals";
import { ES_VISITS } from "./es-visits";
import { ES_WELCOMES } from "./es-welcomes";
import { HELD_OUT_EN } from "./held-out-en";
import { HELD_OUT_ES } from "./held-out-es";
import { HELD_OUT_PLAIN_EN } from "./held-out-plain-en";
import { HELD_OUT_PLAIN_ES } from "./held-out-plain-es";
import { HELD_OUT_PLAIN_PT } from "./held-out-plain-pt";
import { HELD_OUT_PT } from "./held-out-pt";
import { PT_DUES } from "./pt-dues";
import { PT_MISSES } from "./pt-misses";
import { PT_ODD } from "./pt-odd";
import { PT_QUOTES } from "./pt-quotes";
import { PT_RENEWALS } from "./pt-renewals";
import { PT_VISITS } from "./pt-visits";
import { PT_WELCOMES } from "./pt-welcomes";
import { SPANS } from "./spans";
import type { GuardCase, TableDraft, TableGroup } from "./types";

/** The drafts that the guard is measured on; its misses may be looked at and learnt from. */
export const TABLE: readonly GuardCase[] = casesOf([
  ...EN_DUES,
  ...EN_ODD,
  ...EN_QUOTES,
  ...EN_RENEWALS,
  ...EN_VISITS,
  ...EN_WELCOMES,
  ...ES_DUES,
  ...ES_ODD,
  ...ES_QUOTES,
  ...ES_RENEWALS,
  ...ES_VISITS,
  ...ES_WELCOMES,
  ...PT_DUES,
  ...PT_MISSES,
  ...PT_ODD,
  ...PT_QUOTES,
  ...PT_RENEWALS,
  ...PT_VISITS,
  ...PT_WELCOMES,
  ...SPANS,
]);

/** Drafts of other scenes that nobody looks at while working on the guard: what it does with words it never saw. */
export const HELD_OUT: readonly GuardCase[] = casesOf([
  ...HELD_OUT_EN,
  ...HELD_OUT_ES,
  ...HELD_OUT_PLAIN_EN,
  ...HELD_OUT_PLAIN_ES,
  ...HELD_OUT_PLAIN_PT,
  ...HELD_OUT_PT,
]);

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
