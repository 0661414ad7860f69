export type AppErrorCode =
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "invalid"
  | "conflict"
  | "module_off"
  | "limited"
  | "unavailable";

export type ErrorData = Record<string, string | number | boolean | null>;

/** The only error whose text may reach a person. `message` is a key of `messages/<language>/errors.json`. */
export class AppError extends Error {
  readonly fields: Record<string, string>;
  readonly data: ErrorData;

  constructor(
    readonly code: AppErrorCode,
    message: string = code,
    extra: { fields?: Record<string, string>; data?: ErrorData } = {},
  ) {
    super(message);
    this.name = "AppError";
    this.fields = extra.fields ?? {};
    this.data = extra.data ?? {};
  }
}
