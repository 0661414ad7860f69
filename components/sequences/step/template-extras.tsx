"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { HSM_HEADERS, type HsmButton, type HsmHeader, type HsmTemplate } from "@/lib/core/model";
import type { HsmTemplateListed } from "@/lib/hsm-templates/schema";
import { useEditor } from "../editor/editor-scope";
import { VariableText } from "./variable-text";

type TemplateExtrasProps = {
  template: HsmTemplate;
  /** As Meta has it; absent for one that was entered by hand. */
  listed: HsmTemplateListed | undefined;
  /** The template says which there are. */
  isFixed: boolean;
  onTemplate: (template: HsmTemplate) => void;
};

/** What the head of a template shows, and what its buttons end in. */
export function TemplateExtras({ template, listed, isFixed, onTemplate }: TemplateExtrasProps) {
  const { header } = template;
  const setHeader = (changed: HsmHeader | undefined) => {
    const { header: _, ...rest } = template;
    onTemplate(changed ? { ...rest, header: changed } : rest);
  };
  return (
    <div className="grid grid-cols-1 gap-3">
      {!isFixed && <HeaderKind header={header} onHeader={setHeader} />}
      {header && <HeaderFields header={header} example={listed?.headerExample ?? ""} onHeader={setHeader} />}
      <ButtonFields template={template} listed={listed} onTemplate={onTemplate} />
    </div>
  );
}

function HeaderKind({
  header,
  onHeader,
}: {
  header: HsmHeader | undefined;
  onHeader: (header: HsmHeader | undefined) => void;
}) {
  const t = useTranslations("step.template.header");
  const { isReadOnly } = useEditor();
  const choose = (chosen: string) => {
    const type = HSM_HEADERS.find((one) => one === chosen);
    onHeader(type && { type, value: "" });
  };
  return (
    <Field label={t("kind")} hint={t("kindHint")}>
      <NativeSelect
        value={header?.type ?? "none"}
        disabled={isReadOnly}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="none">{t("none")}</option>
        {HSM_HEADERS.map((type) => (
          <option key={type} value={type}>
            {t(`kinds.${type}`)}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}

type HeaderFieldsProps = {
  header: HsmHeader;
  /** What Meta was shown as an example of its words. */
  example: string;
  onHeader: (header: HsmHeader) => void;
};

function HeaderFields({ header, example, onHeader }: HeaderFieldsProps) {
  const t = useTranslations("step.template");
  const isText = header.type === "text";
  return (
    <>
      <VariableText
        label={t(`header.values.${header.type}`)}
        hint={isText ? example && t("example", { example }) : t("header.fileHint")}
        value={header.value}
        maxLength={isText ? 300 : 2_000}
        problems={[]}
        onText={(value) => onHeader({ ...header, value })}
      />
      {header.type === "document" && (
        <VariableText
          label={t("header.fileName")}
          hint={t("header.fileNameHint")}
          value={header.fileName ?? ""}
          maxLength={240}
          problems={[]}
          onText={(fileName) => {
            const { fileName: _, ...rest } = header;
            onHeader(fileName === "" ? rest : { ...rest, fileName });
          }}
        />
      )}
    </>
  );
}

/** Only of those that take a value. A quick reply without one answers with its own words. */
function ButtonFields({ template, listed, onTemplate }: Omit<TemplateExtrasProps, "isFixed">) {
  const t = useTranslations("step.template");
  const { buttons = [] } = template;
  const wanted = listed
    ? listed.needs.buttons.flatMap(({ type }, index) => (type === null ? [] : [{ type, index }]))
    : buttons;
  const write = ({ index, type }: Pick<HsmButton, "index" | "type">, value: string) => {
    const isKept = value !== "" || type !== "quick_reply";
    const others = buttons.filter((one) => one.index !== index);
    const changed = isKept ? [...others, { index, type, value }] : others;
    const { buttons: _, ...rest } = template;
    onTemplate(
      changed.length > 0 ? { ...rest, buttons: changed.toSorted((a, b) => a.index - b.index) } : rest,
    );
  };
  return wanted.map((button) => {
    const shown = listed?.buttons[button.index];
    return (
      <VariableText
        key={button.index}
        label={t(`button.${button.type}`, { button: shown?.text || String(button.index + 1) })}
        hint={shown?.example ? t("example", { example: shown.example }) : t(`button.hint.${button.type}`)}
        value={buttons.find(({ index }) => index === button.index)?.value ?? ""}
        maxLength={2_000}
        problems={[]}
        onText={(value) => write(button, value)}
      />
    );
  });
}
