import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sentences } from "@/lib/error-text";
import { AppError } from "@/lib/errors";
import { instantiate } from "@/lib/gallery/instantiate";
import { READY_MADE } from "@/lib/gallery/ready-made";
import type { Locale } from "@/lib/locale";
import { messagesOf } from "@/lib/messages";
import { readSequenceFile } from "./read-file";
import { fileNameOf, sequenceFileOf } from "./write-file";

const NOW = new Date("2026-11-22T12:00:00Z");
const ID = "0198c9d1-0000-7000-8000-000000000001";

const draftOf = (id: string) => {
  const readyMade = READY_MADE.find((one) => one.id === id);
  if (!readyMade) throw new Error(`No ready-made sequence ${id}.`);
  return instantiate(readyMade, "en");
};
const aDraft = () => draftOf("payment-before-due");
const aFile = () =>
  sequenceFileOf({ name: "Reminder", description: "Why", tags: ["pay"], draft: aDraft() }, NOW);
const withoutIds = (value: unknown) =>
  JSON.parse(JSON.stringify(value), (key, part) => (key === "id" ? undefined : part));

/** The file with one place changed, as text. `undefined` removes it. */
function changed(path: (string | number)[], value: unknown): string {
  const file: unknown = JSON.parse(JSON.stringify(aFile()));
  let part = file as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) part = part[key] as Record<string | number, unknown>;
  const last = path.at(-1) ?? "";
  // As a parser would: no key has a meaning of its own.
  Object.defineProperty(part, last, { value, enumerable: true, configurable: true, writable: true });
  return JSON.stringify(file);
}

function refusal(text: string) {
  try {
    readSequenceFile(text);
  } catch (error) {
    if (error instanceof AppError) return { message: error.message, data: error.data, fields: error.fields };
    throw error;
  }
  return null;
}

describe("a sequence that was exported", () => {
  it.each(READY_MADE)("comes back as it was, with other ids ($id)", ({ id }) => {
    const draft = draftOf(id);
    const text = JSON.stringify(sequenceFileOf({ name: "Name", description: "", tags: [], draft }, NOW));
    const [first, second] = [readSequenceFile(text), readSequenceFile(text)];
    expect(withoutIds(first.draft)).toEqual(withoutIds(draft));
    const ids = [draft, first.draft, second.draft].flatMap(({ steps }) => steps.map((step) => step.id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("gives variants ids of their own too", () => {
    const draft = aDraft();
    const [step] = draft.steps;
    if (!step) throw new Error("The draft is empty.");
    step.variants = [{ id: ID, weight: 1, content: { type: "text", text: "Another" } }];
    const text = JSON.stringify(sequenceFileOf({ name: "Name", description: "", tags: [], draft }, NOW));
    const [variant] = readSequenceFile(text).draft.steps[0]?.variants ?? [];
    expect(variant?.content).toEqual({ type: "text", text: "Another" });
    expect(variant?.id).not.toBe(ID);
  });

  it("carries nothing of its account", () => {
    const draft = aDraft();
    const steps = draft.steps.map((step) => ({
      ...step,
      content: { type: "text" as const, text: "Hi", templateId: ID },
      variants: [
        {
          id: crypto.randomUUID(),
          weight: 1,
          content: { type: "text" as const, text: "Ho", templateId: ID },
        },
      ],
    }));
    const file = sequenceFileOf(
      { name: "Name", description: "", tags: [], draft: { ...draft, steps, defaultAssigneeId: ID } },
      NOW,
    );
    expect(JSON.stringify(file)).not.toContain(ID);
  });

  it("may be half-written: the builder shows what is missing", () => {
    expect(readSequenceFile(changed(["draft", "steps", 0, "content", "text"], "")).name).toBe("Reminder");
    expect(readSequenceFile(changed(["draft", "steps"], [])).draft.steps).toEqual([]);
  });

  it("may begin with a byte order mark", () => {
    expect(readSequenceFile(`\uFEFF${JSON.stringify(aFile())}`).name).toBe("Reminder");
  });
});

describe("a file is refused", () => {
  const deep = `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`;
  it.each([
    ["that is empty", " ", "empty"],
    ["that is no JSON", "name,phone", "not_json"],
    ["that is cut off", JSON.stringify(aFile()).slice(0, -10), "not_json"],
    ["that is a list", "[]", "not_ours"],
    ["of another kind", JSON.stringify({ format: "other" }), "not_ours"],
    ["without a kind", "{}", "not_ours"],
    ["nested without end", deep, "too_deep"],
    ["with a NUL", changed(["draft", "steps", 0, "content", "text"], "a\0b"), "unreadable_characters"],
    ["with half a character", changed(["name"], "a\ud800"), "unreadable_characters"],
    ["with a huge text", changed(["draft", "steps", 0, "content", "text"], "x".repeat(20_001)), "huge_text"],
    ["with 21 steps", changed(["draft", "steps"], Array(21).fill(aFile().draft.steps[0])), "too_many_steps"],
  ])("%s", (_, text, reason) => {
    expect(refusal(text)?.message).toBe(`sequence_file.${reason}`);
  });

  it("that a newer version made, naming both", () => {
    expect(refusal(changed(["schemaVersion"], 2))).toMatchObject({
      message: "sequence_file.newer",
      data: { version: 2, newest: 1 },
    });
  });

  it.each(["__proto__", "constructor", "prototype"])("with the key %s", (key) => {
    const text = changed(["draft", "steps", 1, "content", key], { isAdmin: true });
    expect(refusal(text)).toMatchObject({
      message: "sequence_file.forbidden_key",
      data: { path: `draft.steps.1.content.${key}` },
    });
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });

  it("with the same id twice, naming both steps", () => {
    const text = changed(["draft", "steps", 3, "id"], aFile().draft.steps[0]?.id);
    const file = JSON.parse(text);
    file.draft.steps[0].id = file.draft.steps[3].id;
    expect(refusal(JSON.stringify(file))).toMatchObject({
      message: "sequence_file.same_id",
      data: { step: 4, other: 1 },
    });
  });

  it.each([
    [["draft", "steps", 2, "wait", "amount"], -1, 3, "wait", "number_too_small?min=0"],
    [["draft", "steps", 2, "wait", "amount"], "2", 3, "wait", "invalid_value"],
    [["draft", "steps", 0, "channel"], "pigeon", 1, "channel", "invalid_value"],
    [["draft", "steps", 4, "content", "text"], undefined, 5, "content", "required"],
    [["draft", "steps", 1, "windowClosed", "do"], "pray", 2, "windowClosed", "invalid_value"],
    [["draft", "target"], "galaxy", 0, "target", "invalid_value"],
    [["draft"], undefined, 0, "draft", "required"],
    [["name"], "", 0, "name", "required"],
    [["name"], "x".repeat(121), 0, "name", "text_too_long?max=120"],
    [["schemaVersion"], 0, 0, "schemaVersion", "invalid_value"],
  ] as const)("with a wrong value at %j, naming step and field", (path, value, step, field, problem) => {
    expect(refusal(changed([...path], value))).toMatchObject({
      message: "sequence_file.wrong_value",
      data: { step, field, path: path.join(".") },
      fields: { [path.join(".")]: problem },
    });
  });

  it.each([
    [["comment"], 0, "comment"],
    [["draft", "secret"], 0, "secret"],
    [["draft", "defaultAssigneeId"], 0, "defaultAssigneeId"],
    [["draft", "steps", 1, "content", "templateId"], 2, "content"],
    [["draft", "steps", 1, "wait", "until"], 2, "wait"],
  ] as const)("with an unknown field at %j", (path, step, field) => {
    expect(refusal(changed([...path], ID))).toMatchObject({
      message: "sequence_file.unknown_field",
      data: { step, field, path: path.join(".") },
    });
  });

  it("in words that a person can act on", () => {
    const said = (text: string, locale: Locale) => {
      const refused = refusal(text);
      return sentences(locale)(refused?.message ?? "", refused?.data);
    };
    const late = changed(["draft", "steps", 2, "wait", "amount"], -1);
    expect(said(late, "en")).toBe("This cannot be used: step 3, the wait (draft.steps.2.wait.amount).");
    expect(said(late, "pt-BR")).toContain("passo 3, a espera");
    expect(said(late, "es")).toContain("paso 3, la espera");
    expect(said(changed(["draft", "target"], "galaxy"), "en")).toBe(
      "This cannot be used: the target (draft.target).",
    );
    expect(said(changed(["schemaVersion"], 7), "en")).toBe(
      "This file was made by a newer version: 7; this one reads up to 1.",
    );
  });

  it("whatever else it says, in a sentence that exists", () => {
    const sentences = messagesOf("en").errors?.sequence_file as unknown as Record<string, string>;
    const anything = fc.oneof(
      fc.json(),
      fc.json().map((json) => changed(["draft"], JSON.parse(json))),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const refused = refusal(text);
        expect(Object.keys(sentences)).toContain(refused?.message.replace("sequence_file.", ""));
      }),
    );
  });
});

describe("the file's name", () => {
  it.each([
    ["Payment reminder", "payment-reminder.sequence.json"],
    ["Orçamento: não respondeu?", "orcamento-nao-respondeu.sequence.json"],
    ['a"; filename=../../etc/passwd\r\nX: y', "a-filename-etc-passwd-x-y.sequence.json"],
    ["日本語", "sequence.sequence.json"],
    ["x".repeat(200), `${"x".repeat(60)}.sequence.json`],
  ])("of %j is safe everywhere", (name, expected) => {
    expect(fileNameOf(name)).toBe(expected);
  });
});
