import "@/lib/issue-keys";
import type * as z from "zod";
import { MAX_STEPS, type SequenceDraft } from "@/lib/core/model";
import { AppError } from "@/lib/errors";
import { checkPlain } from "./plain-json";
import {
  FILE_FORMAT,
  FILE_VERSION,
  KEYS_OF_AN_ACCOUNT,
  type ReadSequence,
  sequenceFileSchema,
} from "./schema";

/**
 * Reads the text of a sequence file. Throws AppError `invalid` whose sentence names the place: the step, counted from
 * 1, and the field; `fields` has what is wrong there under the place's path.
 */
export function readSequenceFile(text: string): ReadSequence {
  const told = parseJson(text);
  checkPlain(told);
  if (!isObject(told) || told.format !== FILE_FORMAT) throw refuse("not_ours");
  const { schemaVersion } = told;
  if (typeof schemaVersion === "number" && schemaVersion > FILE_VERSION) {
    throw refuse("newer", { version: schemaVersion, newest: FILE_VERSION });
  }
  checkSteps(told.draft);
  const whole = isObject(told.draft) ? { ...told, draft: { ...told.draft, defaultAssigneeId: null } } : told;
  const read = sequenceFileSchema.safeParse(whole);
  if (!read.success) throw wrongValue(read.error);
  const unknown = unknownPath(told, read.data, []);
  if (unknown) throw refuse("unknown_field", placeOf(unknown));
  const { name, description, tags, draft } = read.data;
  return { name, description, tags, draft: withOwnIds(draft) };
}

/** Two imports of one file, and the sequence it came from, share no id: claims and reports go by them. */
const withOwnIds = (draft: SequenceDraft): SequenceDraft => ({
  ...draft,
  steps: draft.steps.map((step) => ({
    ...step,
    id: crypto.randomUUID(),
    variants: step.variants.map((variant) => ({ ...variant, id: crypto.randomUUID() })),
  })),
});

type Path = readonly (string | number)[];

function parseJson(text: string): unknown {
  try {
    // Windows editors put a byte order mark in front.
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw refuse(text.trim() === "" ? "empty" : "not_json");
  }
}

/** What the schema could only say of the list as a whole. */
function checkSteps(draft: unknown): void {
  const steps = isObject(draft) ? draft.steps : null;
  if (!Array.isArray(steps)) return;
  if (steps.length > MAX_STEPS) throw refuse("too_many_steps", { count: steps.length, max: MAX_STEPS });
  const first = new Map<unknown, number>();
  for (const [index, step] of steps.entries()) {
    const parts: unknown[] =
      isObject(step) && Array.isArray(step.variants) ? [step, ...step.variants] : [step];
    for (const id of parts.flatMap((part) => (isObject(part) ? [part.id] : []))) {
      const before = first.get(id);
      if (before !== undefined) throw refuse("same_id", { step: index + 1, other: before + 1 });
      first.set(id, index);
    }
  }
}

function wrongValue(error: z.ZodError): AppError {
  const issue = error.issues[0];
  const path = (issue?.path ?? []).map((part) => (typeof part === "number" ? part : String(part)));
  const data = { ...placeOf(path), more: error.issues.length - 1 };
  return new AppError("invalid", "sequence_file.wrong_value", {
    data,
    fields: { [data.path]: issue?.message ?? "invalid_value" },
  });
}

/** The first place of the file that the schema does not know. */
function unknownPath(told: unknown, known: unknown, path: Path): Path | null {
  if (Array.isArray(told)) {
    return firstOf(told.entries(), (index, part) =>
      unknownPath(part, Array.isArray(known) ? known[index] : undefined, [...path, index]),
    );
  }
  if (!isObject(told)) return null;
  return firstOf(Object.entries(told), (key, part) => {
    const here = [...path, key];
    const isOfAnAccount = KEYS_OF_AN_ACCOUNT.some((one) => one === key);
    if (isOfAnAccount || !isObject(known) || !Object.hasOwn(known, key)) return here;
    return unknownPath(part, known[key], here);
  });
}

function firstOf<Key>(
  entries: Iterable<[Key, unknown]>,
  find: (key: Key, part: unknown) => Path | null,
): Path | null {
  for (const [key, part] of entries) {
    const found = find(key, part);
    if (found) return found;
  }
  return null;
}

/** Where that is, for a sentence: the step (0: in none) and the field that a person knows by name. */
function placeOf(path: Path): { step: number; field: string; path: string } {
  const [, steps, index] = path;
  const isInStep = steps === "steps" && typeof index === "number";
  const field = isInStep ? path[3] : path[0] === "draft" ? (path[1] ?? "draft") : path[0];
  return { step: isInStep ? index + 1 : 0, field: String(field ?? ""), path: path.join(".") };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const refuse = (reason: string, data: Record<string, string | number> = {}): AppError =>
  new AppError("invalid", `sequence_file.${reason}`, { data });
