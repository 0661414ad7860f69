import { useTranslations } from "next-intl";
import { Mark } from "@/components/shell/mark";
import { Buttons } from "./buttons";
import { Charts } from "./charts";
import { Colours } from "./colours";
import { CommandSample } from "./command-sample";
import { Feedback } from "./feedback";
import { Choices, TextFields } from "./fields";
import { Lists } from "./lists";
import { LookSwitch } from "./look-switch";
import { Sizes, TypeScale } from "./measures";
import { Frames, Overlays } from "./overlays";
import { Chapter } from "./shown";

const CHAPTERS = [
  { id: "colours", content: <BothThemes /> },
  { id: "type", content: <TypeScale /> },
  { id: "sizes", content: <Sizes /> },
  { id: "buttons", content: <Buttons /> },
  { id: "fields", content: <TextFields /> },
  { id: "choices", content: <Choices /> },
  { id: "feedback", content: <Feedback /> },
  { id: "lists", content: <Lists /> },
  { id: "charts", content: <Charts /> },
  { id: "overlays", content: <Overlays /> },
  { id: "frames", content: <Frames /> },
  { id: "keyboard", content: <CommandSample /> },
] as const;

/** Every part of the product's screens, in every state. */
export function StyleGuide() {
  const t = useTranslations("style");
  return (
    <div className="mx-auto grid max-w-[1200px] gap-8 px-4 py-6 md:grid-cols-[10rem_minmax(0,1fr)] md:px-6">
      <nav
        aria-label={t("contents")}
        className="top-6 content-start self-start max-md:hidden md:sticky md:grid"
      >
        <div className="flex items-center gap-2 pb-4 font-semibold text-base">
          <Mark />
          Follow-ups
        </div>
        {CHAPTERS.map(({ id }) => (
          <a
            key={id}
            href={`#${id}`}
            className="flex h-7 items-center rounded-md px-2 text-muted-foreground hover:bg-accent hover:text-foreground"
          >
            {t(`chapters.${id}`)}
          </a>
        ))}
      </nav>
      <main className="grid min-w-0 gap-10">
        <header className="flex flex-wrap items-end justify-between gap-4">
          <div className="grid gap-0.5">
            <h1 className="font-semibold text-xl tracking-tight">{t("title")}</h1>
            <p className="max-w-prose text-muted-foreground">{t("intro")}</p>
          </div>
          <LookSwitch />
        </header>
        {CHAPTERS.map(({ id, content }) => (
          <Chapter key={id} id={id} title={t(`chapters.${id}`)} text={t(`about.${id}`)}>
            {content}
          </Chapter>
        ))}
      </main>
    </div>
  );
}

function BothThemes() {
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      <Colours theme="light" />
      <Colours theme="dark" />
    </div>
  );
}
