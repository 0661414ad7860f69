import { AppError } from "@/lib/errors";
import { MAX_FILE_BYTES } from "./schema";

/** The text of an uploaded sequence file. Throws AppError `invalid` for one that is too large or no text. */
export async function fileTextOf(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  const reader = request.body?.getReader();
  let size = 0;
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    size += next.value.length;
    if (size > MAX_FILE_BYTES) {
      await reader?.cancel();
      throw new AppError("invalid", "sequence_file.too_large", { data: { max: MAX_FILE_BYTES / 1_000_000 } });
    }
    chunks.push(next.value);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new AppError("invalid", "sequence_file.not_json");
  }
}
