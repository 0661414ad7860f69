import { abandonedCart } from "./ready-made/abandoned-cart";
import { appointmentConfirmation } from "./ready-made/appointment-confirmation";
import { lostDealWinBack } from "./ready-made/lost-deal-win-back";
import { newLeadWelcome } from "./ready-made/new-lead-welcome";
import { noShowRebooking } from "./ready-made/no-show-rebooking";
import { onboarding } from "./ready-made/onboarding";
import { paymentBeforeDue } from "./ready-made/payment-before-due";
import { paymentOverdue } from "./ready-made/payment-overdue";
import { pixExpiring } from "./ready-made/pix-expiring";
import { postResolutionFeedback } from "./ready-made/post-resolution-feedback";
import { quoteFollowUp } from "./ready-made/quote-follow-up";
import { renewal } from "./ready-made/renewal";
import { stalledDeal } from "./ready-made/stalled-deal";
import { unansweredFast } from "./ready-made/unanswered-fast";
import { unansweredSlow } from "./ready-made/unanswered-slow";
import type { ReadyMade } from "./schema";

/** In the order of the gallery. */
export const READY_MADE: readonly ReadyMade[] = [
  unansweredFast,
  unansweredSlow,
  newLeadWelcome,
  quoteFollowUp,
  abandonedCart,
  stalledDeal,
  lostDealWinBack,
  paymentBeforeDue,
  pixExpiring,
  paymentOverdue,
  appointmentConfirmation,
  noShowRebooking,
  onboarding,
  postResolutionFeedback,
  renewal,
];

export const findReadyMade = (id: string): ReadyMade | null =>
  READY_MADE.find((readyMade) => readyMade.id === id) ?? null;
