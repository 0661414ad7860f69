import type { Content, SequenceDraft } from "@/lib/core/model";

/** Everything a person has written in a draft, to be kept somewhere else. */
export const plainText = ({ steps }: SequenceDraft): string =>
  steps
    .map((step, index) =>
      [
        `${index + 1}.`,
        ...[step.content, ...step.variants.map((variant) => variant.content)].flatMap(words),
      ].join("\n"),
    )
    .join("\n\n");

function words(content: Content): string[] {
  if (content.type === "template") {
    return [content.template.name, ...content.template.parameters, content.openText ?? ""].filter(Boolean);
  }
  return [content.subject ?? "", content.text].filter(Boolean);
}
