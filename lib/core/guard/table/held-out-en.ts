import type { TableGroup } from "./types";

/** English: never looked at while working on the guard. */
export const HELD_OUT_EN: readonly TableGroup[] = [
  {
    id: "held-en-realty",
    language: "en",
    today: "2026-07-13",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Grace" },
      { name: "contact.name", kind: "name", value: "Grace Mbeki" },
      { name: "account.name", kind: "name", value: "Oak & Vine Realty" },
      { name: "agent.name", kind: "name", value: "Walter Finch" },
      { name: "agent.email", kind: "email", value: "walter@oakandvine.com" },
      { name: "deal.title", kind: "text", value: "18 Maple Court, 3 bedrooms" },
      { name: "deal.amount", kind: "amount", value: 415000, currency: "USD" },
      { name: "appointment.title", kind: "text", value: "Viewing" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-07-16T17:45" },
      { name: "appointment.location", kind: "text", value: "18 Maple Court, Portland, OR 97205" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "The HOA fee is $310 a month. The listing is at https://oakandvine.com/l/18-maple. Built in 1987, new roof in 2022. Offers are accepted until July 24. The deposit is 3% and is not refundable. Call 503-555-0140.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hi Grace, Walter from Oak & Vine. Still good for Thursday at 5:45 pm? The address is 18 Maple Court, Portland.",
      },
      {
        channel: "email",
        subject: "Your viewing on July 16",
        text: "Dear Grace,\n\nLooking forward to Thursday, July 16th at a quarter to six in the evening.\n\nAsking price: $415,000 (four hundred fifteen thousand dollars)\nHOA: $310/month\nBuilt: 1987 (roof: 2022)\n\nListing: https://oakandvine.com/l/18-maple\n\nWalter Finch\nwalter@oakandvine.com",
      },
      {
        channel: "sms",
        text: "Grace, viewing Thu 7/16 5:45PM at 18 Maple Ct. Questions? 503-555-0140. Oak & Vine Realty",
      },
      {
        channel: "whatsapp",
        text: "Grace, offers are accepted until the 24th, so there's time. It's listed at 415k and the deposit is three percent.",
      },
      {
        channel: "whatsapp",
        text: "Three days until we see the three-bedroom, Grace! Anything you'd like me to find out beforehand?",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Hi Grace, 18 Maple Court is listed at $451,000. Still good for Thursday at 5:45 pm?",
        kind: "amount",
        words: "$451,000",
        why: "The digits 1 and 5 swapped.",
      },
      {
        channel: "whatsapp",
        text: "Grace, see you on Thursday at 4:45 pm at 18 Maple Court!",
        kind: "time",
        words: "4:45 pm",
        why: "The viewing is at 5:45 pm.",
      },
      {
        channel: "whatsapp",
        text: "Hi Grace, the place has 4 bedrooms and a new roof from 2022. See you Thursday?",
        kind: "number",
        words: "4 bedrooms",
        why: "It has 3.",
      },
      {
        channel: "whatsapp",
        text: "Grace, offers close on July 14, so let's talk right after the viewing.",
        kind: "date",
        words: "July 14",
        why: "Offers are accepted until 24 July.",
      },
      {
        channel: "whatsapp",
        text: "Grace, the 3% deposit is refundable, so there's no risk in making an offer.",
        kind: "negation",
        words: "deposit is refundable",
        why: "The fact says that it is not.",
      },
      {
        channel: "whatsapp",
        text: "Grace, Mr. Donovan will meet you at 18 Maple Court on Thursday at 5:45 pm.",
        kind: "name",
        words: "Mr. Donovan",
        why: "The agent is Walter Finch.",
      },
    ],
  },
  {
    id: "held-en-saas",
    language: "en",
    today: "2026-11-27",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Hannah" },
      { name: "contact.name", kind: "name", value: "Hannah Weiss" },
      { name: "account.name", kind: "name", value: "Pinboard CRM" },
      { name: "agent.name", kind: "name", value: "Tom" },
      { name: "contact.seats", kind: "number", value: 14 },
      { name: "charge.title", kind: "text", value: "Annual subscription, Team plan (invoice 20771)" },
      { name: "charge.amount", kind: "amount", value: 2352, currency: "EUR" },
      { name: "charge.due_date", kind: "day", value: "2026-12-01" },
      { name: "charge.status", kind: "text", value: "pending" },
      { name: "charge.link", kind: "link", value: "https://billing.pinboardcrm.eu/i/20771" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Each seat is €14 a month, billed yearly. Migration support is included until 31 January 2027. Status page: https://status.pinboardcrm.eu. Support answers within 4 hours.",
      },
    ],
    bannedWords: ["cheapest"],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hi Hannah, Tom from Pinboard CRM. The annual subscription for your 14 seats (€2,352.00) is due on Tuesday, 1 December. All set?",
      },
      {
        channel: "email",
        subject: "Invoice 20771 is due on 1 December",
        text: "Hi Hannah,\n\nFour days to go: €2.352,00 for the Team plan.\n\n• 14 seats at €14 a month, billed yearly\n• Migration support included until 31/01/2027\n\nPay here: https://billing.pinboardcrm.eu/i/20771\n\nTom",
      },
      {
        channel: "sms",
        text: "Hannah, EUR 2,352 for Pinboard CRM is due Tue 1 Dec: https://billing.pinboardcrm.eu/i/20771",
      },
      {
        channel: "whatsapp",
        text: "Any trouble paying, Hannah? Support answers within four hours, and the status page is https://status.pinboardcrm.eu",
      },
      {
        channel: "whatsapp",
        text: "Happy Friday, Hannah! Just the one reminder from me: next Tuesday, the 1st. Thanks a lot 🙌",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Hi Hannah, the subscription for your 41 seats is due on 1 December. All set?",
        kind: "number",
        words: "41 seats",
        why: "There are 14.",
      },
      {
        channel: "whatsapp",
        text: "Hannah, your Team plan of €2,352 is due tomorrow. Pay here: https://billing.pinboardcrm.eu/i/20771",
        kind: "relative_day",
        words: "tomorrow",
        why: "It falls due in four days.",
      },
      {
        channel: "whatsapp",
        text: "Hannah, pay by Tuesday and you get two months on us!",
        kind: "discount",
        words: "two months on us",
        why: "Nobody offered that.",
      },
      {
        channel: "whatsapp",
        text: "Hannah, here's the invoice: https://billing-pinboardcrm.eu/i/20771",
        kind: "link",
        words: "https://billing-pinboardcrm.eu/i/20771",
        why: "A hyphen where the dot was.",
      },
      {
        channel: "whatsapp",
        text: "Hannah, your Enterprise plan of €2,352 is due on 1 December.",
        kind: "product",
        words: "Enterprise plan",
        why: "The plan is Team.",
      },
      {
        channel: "whatsapp",
        text: "Hannah, you're on the cheapest CRM around, and it's due on Tuesday!",
        kind: "banned_word",
        words: "cheapest",
        why: "The account has banned the word.",
      },
      {
        channel: "whatsapp",
        text: "Hannah, please pay the €2,352 on Tuesday by 5 pm to keep your seats.",
        kind: "time",
        words: "by 5 pm",
        why: "No hour is known.",
      },
    ],
  },
];
