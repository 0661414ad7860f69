export const TEMPLATE_CATEGORIES = [
  "greeting",
  "follow_up",
  "payment",
  "appointment",
  "deal",
  "feedback",
  "other",
] as const;
export type TemplateCategory = (typeof TEMPLATE_CATEGORIES)[number];
export const MAX_TEMPLATE_NAME = 120;
