import type { TableGroup } from "./types";

/** English: odd ways of writing, nearly all of them true. */
export const EN_ODD: readonly TableGroup[] = [
  {
    id: "en-odd",
    language: "en",
    today: "2026-03-04",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Joe" },
      { name: "contact.name", kind: "name", value: "Joe van der Berg" },
      { name: "contact.phone", kind: "phone", value: "+447911123456" },
      { name: "contact.email", kind: "email", value: "joe@vanderberg.co.uk" },
      { name: "account.name", kind: "name", value: "20/20 Eyewear" },
      { name: "agent.name", kind: "name", value: "Marina" },
      { name: "charge.title", kind: "text", value: "Installment 2 of 3, reading glasses" },
      { name: "charge.amount", kind: "amount", value: 83.33, currency: "GBP" },
      { name: "charge.due_date", kind: "day", value: "2026-03-06" },
      { name: "charge.link", kind: "link", value: "https://2020eyewear.co.uk/p/PX-0098?via=sms" },
      { name: "appointment.title", kind: "text", value: "Frame adjustment" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-03-06T12:00" },
      { name: "appointment.location", kind: "text", value: "221B Baker Street, 1st floor" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Your prescription is -1.75 right and -2.00 left. Lenses block UV 400. The adjustment takes 20 minutes. Closed on Good Friday, 3 April. Spend over £1,000 and get 10% back in credit. We answer messages 24/7.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Joe, by Friday (6/3) it's installment 2 of 3, £83.33. Here's the link: https://2020eyewear.co.uk/p/PX-0098?via=sms 👓",
      },
      {
        channel: "whatsapp",
        text: "Hi Joe! 20/20 EYEWEAR here. Friday's a double: frame adjustment at 12 noon and the £83.33. See you the day after tomorrow!",
      },
      {
        channel: "sms",
        text: "Joe, instalment 2/3 (GBP 83.33) is due 06/03. Adjustment same day, 12:00, 221B Baker Street",
      },
      {
        channel: "email",
        subject: "Installment 2 of 3, and Friday",
        text: "Dear Mr van der Berg,\n\nIn short:\n— Installment 2 of 3: £83.33 (eighty-three pounds and thirty-three pence), by Fri 6 Mar 2026\n— Adjustment: Friday at midday, first floor, 221B Baker Street\n\nIt takes twenty minutes.\n\nYours sincerely,\nMarina",
      },
      {
        channel: "whatsapp",
        text: "Joe, just confirming your details: joe@vanderberg.co.uk and 07911 123456. Shout if anything's changed 😉",
      },
      {
        channel: "whatsapp",
        text: "Morning!! Checked for you: -1.75 right, -2.00 left, UV400 lenses. All good, Joe?",
      },
      {
        channel: "whatsapp",
        text: "Joe, we close on Good Friday, the 3rd of April. Otherwise we answer messages 24/7.",
      },
      {
        channel: "whatsapp",
        text: "Did you know, Joe? Spend over a thousand pounds and you get 10% back in credit.",
      },
      {
        channel: "whatsapp",
        text: "Day after tomorrow at noon, Joe. First floor at 221B. May I count on you?",
      },
      {
        channel: "whatsapp",
        text: "Hey Joe, two days to go until the installment (Fri, Mar 6th). Sun's out in March for once, enjoy it!",
      },
      {
        channel: "whatsapp",
        text: "Joe, first of all: thank you. Second, it's due this Friday. And one more thing, will you march in on time? 😄 Marina",
      },
      {
        channel: "whatsapp",
        text: "Hi Joe, no one likes chasers, I know. Just the one: 83.33 pounds by the 6th. Cheers!",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Checked for you, Joe: -1.75 right and -2.75 left. All good?",
        kind: "number",
        words: "-2.75",
        why: "The left eye has -2.00.",
      },
      {
        channel: "whatsapp",
        text: "Joe, we're closed on 13 April. Any other day, come on in!",
        kind: "date",
        words: "13 April",
        why: "They close on 3 April.",
      },
    ],
  },
];
