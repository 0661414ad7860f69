import type { NextRequest } from "next/server";
import { AppError } from "@/lib/errors";
import {
  type EnrollmentFilter,
  type EnrollmentPlace,
  enrollmentFilterSchema,
  enrollmentPlaceSchema,
} from "./schema";

/** A thousand ids take 40 kB. */
const MOST_BYTES = 100_000;

type Asked = { filter: EnrollmentFilter; place: EnrollmentPlace };

/** What a request asks for: in its address, or as JSON in its body where that is too long for an address. */
export async function askedRuns(request: NextRequest): Promise<Asked> {
  const asked =
    request.method === "POST" ? await bodyOf(request) : Object.fromEntries(new URL(request.url).searchParams);
  return { filter: enrollmentFilterSchema.parse(asked), place: enrollmentPlaceSchema.parse(asked) };
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
