export const AI_ENROLLMENT_VIEWS = ["people", "settings", "trial", "log"] as const;
export type AiEnrollmentView = (typeof AI_ENROLLMENT_VIEWS)[number];
