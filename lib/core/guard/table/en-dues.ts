import type { TableGroup } from "./types";

/** English: what falls due and what did. */
export const EN_DUES: readonly TableGroup[] = [
  {
    id: "en-due-soon",
    language: "en",
    today: "2026-03-07",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Oliver" },
      { name: "contact.name", kind: "name", value: "Oliver Grant" },
      { name: "account.name", kind: "name", value: "Brightwater Studio" },
      { name: "charge.title", kind: "text", value: "Invoice 1047" },
      { name: "charge.amount", kind: "amount", value: 1234.56, currency: "GBP" },
      { name: "charge.due_date", kind: "day", value: "2026-03-10" },
      { name: "charge.status", kind: "text", value: "pending" },
      { name: "charge.link", kind: "link", value: "https://pay.brightwater.studio/i/1047" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Pay by card or bank transfer, sort code 20-45-77, account 41982736. Late payments carry 4% interest. Call 020 7946 0321 between 9:30am and 5:30pm.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hi Oliver, a quick reminder that Invoice 1047 for £1,234.56 is due on Tuesday, 10 March. You can pay here: https://pay.brightwater.studio/i/1047",
      },
      {
        channel: "sms",
        text: "Brightwater Studio: invoice 1047, GBP 1,234.56, due in 3 days (10 Mar). Pay: pay.brightwater.studio/i/1047",
      },
      {
        channel: "email",
        subject: "Invoice 1047 is due on 10 March",
        text: "Dear Oliver,\n\nA friendly reminder about Invoice 1047.\n\nAmount: £1,234.56\nDue: 10/03/2026\nBank transfer: sort code 20-45-77, account 41982736\n\nIf you have already paid, please ignore this email.\n\nKind regards,\nBrightwater Studio",
      },
      {
        channel: "whatsapp",
        text: "Oliver, if it's easier you can call us on 020 7946 0321 between 9.30am and half past five. Thanks!",
      },
      {
        channel: "whatsapp",
        text: "Just a heads-up, Oliver: payment's due this Tuesday (the 10th). Late payments carry 4% interest, so better sooner than later 🙂",
      },
      {
        channel: "whatsapp",
        text: "Hi Oliver! Three days to go on the invoice. Card or bank transfer both work. Shout if you need a copy.",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Hi Oliver, invoice 1047 for £1,324.56 is due on Tuesday. Pay at https://pay.brightwater.studio/i/1047",
        kind: "amount",
        words: "£1,324.56",
        why: "The digits 2 and 3 swapped.",
      },
      {
        channel: "whatsapp",
        text: "Hi Oliver, a reminder that $1,234.56 is due on 10 March. Thank you!",
        kind: "currency",
        words: "$1,234.56",
        why: "The invoice is in pounds.",
      },
      {
        channel: "sms",
        text: "Brightwater Studio: invoice 1047 (£1,234.56) is due tomorrow. Pay: pay.brightwater.studio/i/1047",
        kind: "relative_day",
        words: "tomorrow",
        why: "It falls due in three days.",
      },
      {
        channel: "whatsapp",
        text: "Oliver, please note that late payments carry 8% interest. The invoice is due on the 10th.",
        kind: "percent",
        words: "8% interest",
        why: "Interest is 4 %.",
      },
      {
        channel: "whatsapp",
        text: "Any questions about the invoice, Oliver? Ring us on 020 7946 0312 before 5:30pm.",
        kind: "phone",
        words: "020 7946 0312",
        why: "The number ends in 0321.",
      },
      {
        channel: "email",
        subject: "How to pay",
        text: "Dear Oliver,\n\nPlease pay invoice 1047 by bank transfer to sort code 20-45-77, account 41982763.\n\nMany thanks",
        kind: "number",
        words: "account 41982763",
        why: "The last digits are swapped.",
      },
      {
        channel: "whatsapp",
        text: "Hi Oliver, our records show that invoice 1047 is due on 1 March. Is everything all right?",
        kind: "date",
        words: "1 March",
        why: "It falls due on 10 March.",
      },
    ],
  },
  {
    id: "en-overdue",
    language: "en",
    today: "2026-03-18",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Priya" },
      { name: "contact.name", kind: "name", value: "Priya Nair" },
      { name: "account.name", kind: "name", value: "FitLab Gym" },
      { name: "agent.name", kind: "name", value: "Marcus" },
      { name: "charge.title", kind: "text", value: "Quarterly membership" },
      { name: "charge.amount", kind: "amount", value: 189, currency: "USD" },
      { name: "charge.due_date", kind: "day", value: "2026-03-13" },
      { name: "charge.status", kind: "text", value: "overdue" },
      { name: "charge.link", kind: "link", value: "https://fitlab.app/pay/7f3k" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "The balance can be split into two payments. The gym is open 24/7. Front desk: (415) 555-0172.",
      },
      { name: "instruction", kind: "text", value: "Be kind, offer to split the balance in two." },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hi Priya, it's Marcus from FitLab Gym. Your Quarterly membership ($189) was due last Friday, March 13. Everything okay?",
      },
      {
        channel: "sms",
        text: "FitLab Gym: $189.00 was due 3/13. Pay at https://fitlab.app/pay/7f3k or call (415) 555-0172",
      },
      {
        channel: "whatsapp",
        text: "Priya, your balance is 5 days past due. If it helps, we can split it into 2 payments. Want me to set that up?",
      },
      {
        channel: "email",
        subject: "A quick note about your membership",
        text: "Hi Priya,\n\nWe haven't seen your payment of 189 dollars yet. You have two easy options:\n\n1. Pay in full: https://fitlab.app/pay/7f3k\n2. Split it in two payments, just reply to this email\n\nAlready paid? Then please disregard this.\n\nMarcus\nFITLAB GYM",
      },
      {
        channel: "whatsapp",
        text: "Hey Priya 👋 we're open 24/7 and would love to see you back. The front desk is at 415-555-0172 if you want to sort out the $189 by phone.",
      },
      {
        channel: "whatsapp",
        text: "Hi Priya, that payment from the 13th is still open, five days now. Could you take a look when you have a second?",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Priya, if we don't receive $189 soon your account will go to a collections agency. Pay: https://fitlab.app/pay/7f3k",
        kind: "threat",
        words: "collections agency",
        why: "No fact speaks of collections.",
      },
      {
        channel: "whatsapp",
        text: "Hi Priya, your Quarterly membership of $198 was due on March 13. Can you take a look?",
        kind: "amount",
        words: "$198",
        why: "The digits 8 and 9 swapped.",
      },
      {
        channel: "whatsapp",
        text: "Priya, we can split the balance into four payments if that helps. Shall I set it up?",
        kind: "instalments",
        words: "four payments",
        why: "Only two are possible.",
      },
      {
        channel: "whatsapp",
        text: "Hi Priya, your membership payment was due yesterday. Here's the link: https://fitlab.app/pay/7f3k",
        kind: "relative_day",
        words: "yesterday",
        why: "It fell due five days ago.",
      },
      {
        channel: "whatsapp",
        text: "Priya, it only takes a second to pay: tinyurl.com/fitlab-pay",
        kind: "link",
        words: "tinyurl.com/fitlab-pay",
        why: "A shortened link that nobody gave.",
      },
      {
        channel: "whatsapp",
        text: "Hi Priya, pay the $189 through the link and we'll waive the late fee. Deal?",
        kind: "promise",
        words: "waive the late fee",
        why: "Nobody offered that.",
      },
      {
        channel: "sms",
        text: "FitLab Gym: your $189 was due 3/30. Call (415) 555-0172",
        kind: "date",
        words: "3/30",
        why: "It fell due on 3/13.",
      },
    ],
  },
];
