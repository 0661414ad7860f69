import type { NextRequest } from "next/server";
import { AppError } from "@/lib/errors";
import {
  type EnrollmentFilter,
  type EnrollmentPlace,
  enrollmentFilterSchema,
  enrollmentPlaceSchema,
  MOST_IDS,
} from "./schema";

/** A thousand ids take 40 kB. */
const MOST_BYTES = 100_000;

type Asked = { filter: EnrollmentFilter; place: EnrollmentPlace };

/** What a request asks for: in its address, or as JSON in its body where that is too long for an address. */
export async function askedRuns(request: NextRequest): Promise<Asked> {
  const asked =
    request.method === "POST" ? await bodyOf(request) : Object.fromEntries(new URL(request.url).searchParams);
  const filter = enrollmentFilterSchema.safeParse(asked);
  if (filter.success) return { filter: filter.data, place: enrollmentPlaceSchema.parse(asked) };
  // No field shows them, so that only a sentence can tell.
  if (filter.error.issues.some(({ path }) => path[0] === "ids"))
    throw new AppError("invalid", "runs_unusable", { data: { most: MOST_IDS } });
  throw filter.error;
}

async function bodyOf(request: NextRequest): Promise<unknown> {
  const text = await request.text();
  if (text.length > MOST_BYTES) throw new AppError("invalid");
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("invalid");
  }
}
