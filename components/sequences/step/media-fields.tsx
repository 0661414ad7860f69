"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { type Content, MEDIA_KINDS, type Media } from "@/lib/core/model";
import { placeId } from "../editor/findings";
import { useStepField } from "./step-scope";

type Rich = Extract<Content, { type: "rich" }>;

/** An image, document, audio or video by its public address. */
export function MediaFields({ content, onContent }: { content: Rich; onContent: (content: Rich) => void }) {
  const t = useTranslations("step.media");
  const { place, problems } = useStepField("media");
  const { media } = content;
  const set = (changed: Media | undefined) => onContent({ ...content, media: changed });
  const choose = (kind: string) => {
    const found = MEDIA_KINDS.find((one) => one === kind);
    set(found && { url: "", ...media, kind: found });
  };
  return (
    <div id={placeId(place)} className="grid gap-3">
      <Field label={t("label")}>
        <NativeSelect value={media?.kind ?? "none"} onChange={(event) => choose(event.target.value)}>
          <option value="none">{t("none")}</option>
          {MEDIA_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </NativeSelect>
      </Field>
      {media && (
        <>
          <Field label={t("url")} hint={t("urlHint")} error={problems}>
            <Input
              type="url"
              inputMode="url"
              spellCheck={false}
              placeholder="https://"
              value={media.url}
              maxLength={2_000}
              onChange={(event) => set({ ...media, url: event.target.value.trim() })}
            />
          </Field>
          {media.kind === "document" && (
            <Field label={t("fileName")} hint={t("fileNameHint")}>
              <Input
                value={media.fileName ?? ""}
                maxLength={240}
                onChange={(event) => set({ ...media, fileName: event.target.value || undefined })}
              />
            </Field>
          )}
        </>
      )}
    </div>
  );
}
