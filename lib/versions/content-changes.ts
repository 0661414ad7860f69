import type { Content, HsmButton, HsmTemplate, WindowClosed } from "@/lib/core/model";
import type { Change, TextField } from "./difference";
import { isSame } from "./same";
import { changedWords } from "./words";

/** Everything a content may hold, whatever its type; null where it does not have it. */
type Parts = {
  text: string | null;
  subject: string | null;
  preheader: string | null;
  openText: string | null;
  template: HsmTemplate | null;
  media: Extract<Content, { type: "rich" }>["media"] | null;
  quickReplies: string[] | null;
  templateId: string | null;
};

type KeyOfAny<T> = T extends unknown ? keyof T : never;

/** A field that a content gains does not compile until it stands here. */
const partsOf = (content: Content): Parts => {
  const all: Partial<Record<KeyOfAny<Content>, unknown>> & Partial<Parts> = content;
  return {
    text: all.text ?? null,
    subject: all.subject ?? null,
    preheader: all.preheader ?? null,
    openText: all.openText ?? null,
    template: all.template ?? null,
    media: all.media ?? null,
    quickReplies: all.quickReplies ?? null,
    templateId: all.templateId ?? null,
  };
};

export function contentChanges(before: Content, after: Content): Change[] {
  if (before.type === after.type) return partChanges(partsOf(before), partsOf(after));
  const type: Change = { code: "content_type", before: before.type, after: after.type };
  return [type, ...partChanges(kept(partsOf(before), partsOf(after)), partsOf(after))];
}

/** That a part went with the old type is already said by the type. */
const kept = (before: Parts, after: Parts): Parts =>
  Object.fromEntries(
    Object.entries(before).map(([name, value]) => [name, after[name as keyof Parts] === null ? null : value]),
  ) as Parts;

function partChanges(before: Parts, after: Parts): Change[] {
  const changes: Change[] = [];
  for (const field of ["subject", "preheader", "text", "openText"] as const) {
    changes.push(...textChange(field, before[field], after[field]));
  }
  changes.push(...templateChanges(before.template, after.template));
  if (!isSame(before.media, after.media)) {
    changes.push({ code: "media", before: before.media ?? null, after: after.media ?? null });
  }
  if (!isSame(before.quickReplies, after.quickReplies)) {
    const replies = { before: before.quickReplies ?? [], after: after.quickReplies ?? [] };
    if (replies.before.length + replies.after.length > 0) changes.push({ code: "quick_replies", ...replies });
  }
  if (before.templateId !== after.templateId) changes.push({ code: "library_template" });
  return changes;
}

export function textChange(
  field: TextField,
  before: string | null,
  after: string | null,
  number: number | null = null,
): Change[] {
  if (before === after) return [];
  return [{ code: "text", field, number, before, after, words: changedWords(before ?? "", after ?? "") }];
}

export function windowChanges(before: WindowClosed, after: WindowClosed): Change[] {
  if (isSame(before, after)) return [];
  const rule: Change = { code: "window_closed", before, after };
  if (before.do !== "template" || after.do !== "template") return [rule];
  return [
    rule,
    ...parameterChanges("windowParameter", before.template.parameters, after.template.parameters),
  ];
}

function templateChanges(before: HsmTemplate | null, after: HsmTemplate | null): Change[] {
  if (isSame(before, after)) return [];
  const isOther = before?.name !== after?.name || before?.language !== after?.language;
  const changes: Change[] = isOther
    ? [{ code: "template", before: nameOf(before), after: nameOf(after) }]
    : [];
  // The text of another template is another text: nothing is gained by comparing the two word by word.
  const isOtherText = before?.body !== after?.body || !isSame(before?.frame, after?.frame);
  if (!isOther && isOtherText) changes.push({ code: "template_body" });
  if (!isOther && !isSame(before?.parameterNames, after?.parameterNames)) {
    changes.push({ code: "template_variables" });
  }
  if (!isSame(before?.header, after?.header) && (before?.header || after?.header)) {
    changes.push({
      ...{ code: "template_header" as const, before: before?.header?.value ?? null },
      after: after?.header?.value ?? null,
    });
  }
  changes.push(...buttonChanges(before?.buttons ?? [], after?.buttons ?? []));
  return [...changes, ...parameterChanges("parameter", before?.parameters ?? [], after?.parameters ?? [])];
}

function buttonChanges(before: HsmButton[], after: HsmButton[]): Change[] {
  const places = [...new Set([...before, ...after].map(({ index }) => index))].sort((a, b) => a - b);
  return places.flatMap((place): Change[] => {
    const typed = (list: HsmButton[]) => list.find(({ index }) => index === place)?.value ?? null;
    const change = { before: typed(before), after: typed(after) };
    return change.before === change.after ? [] : [{ code: "template_button", number: place + 1, ...change }];
  });
}

function parameterChanges(field: TextField, before: string[], after: string[]): Change[] {
  const changes: Change[] = [];
  for (let index = 0; index < Math.max(before.length, after.length); index++) {
    changes.push(...textChange(field, before[index] ?? null, after[index] ?? null, index + 1));
  }
  return changes;
}

const nameOf = (template: HsmTemplate | null) =>
  template && { name: template.name, language: template.language };
