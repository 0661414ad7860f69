"use client";

import { useTranslations } from "next-intl";
import { Skeleton } from "./skeleton";

/** The shape of a page while its data is on the way, so that what comes moves nothing. */
export function PageSkeleton({ shape, hasHeader = true }: { shape: "list" | "parts"; hasHeader?: boolean }) {
  const t = useTranslations("common");
  return (
    <div role="status">
      <span className="sr-only">{t("loading")}</span>
      {hasHeader && (
        <div className="px-4 pt-4 pb-4 md:px-6 md:pt-5">
          <Skeleton className="my-1 h-4.5 w-36" />
        </div>
      )}
      {shape === "list" ? <ListShape /> : <PartsShape />}
    </div>
  );
}

const ROW_WIDTHS = ["w-44", "w-36", "w-52", "w-40", "w-48", "w-32", "w-44", "w-36"];

function ListShape() {
  return (
    <>
      <div className="flex gap-2 px-4 pb-3 md:px-6">
        <Skeleton className="h-8 w-64 touch:h-11" />
        <Skeleton className="h-8 w-36 max-sm:hidden" />
      </div>
      <div className="h-8 border-b" />
      {ROW_WIDTHS.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows stand for nothing and never change places
        <div key={index} className="flex h-10.25 items-center gap-10 border-b px-4 touch:h-12.25 md:px-6">
          <Skeleton className={`h-3.5 ${width}`} />
          <Skeleton className="h-3.5 w-28 max-md:hidden" />
          <Skeleton className="ml-auto h-3.5 w-16" />
        </div>
      ))}
    </>
  );
}

function PartsShape() {
  return (
    <div className="grid max-w-[1200px] gap-8 px-4 md:px-6">
      {["h-11", "h-20", "h-56"].map((height) => (
        <div key={height} className="grid gap-3">
          <Skeleton className="h-3.5 w-28" />
          <Skeleton className={`rounded-lg ${height}`} />
        </div>
      ))}
    </div>
  );
}
