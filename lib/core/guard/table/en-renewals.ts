import type { TableGroup } from "./types";

/** English: renewals and carts left behind. */
export const EN_RENEWALS: readonly TableGroup[] = [
  {
    id: "en-renewal",
    language: "en",
    today: "2026-11-16",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Susan" },
      { name: "contact.name", kind: "name", value: "Susan Whitfield" },
      { name: "account.name", kind: "name", value: "Harbor Mutual" },
      { name: "agent.name", kind: "name", value: "Owen Blake" },
      { name: "contact.policy", kind: "text", value: "Policy HM-7710294" },
      { name: "contact.policy_ends", kind: "day", value: "2026-11-30" },
      { name: "deal.title", kind: "text", value: "Auto insurance renewal" },
      { name: "deal.amount", kind: "amount", value: 2180, currency: "USD" },
      { name: "contact.loyalty", kind: "percent", value: 15 },
      {
        name: "knowledge",
        kind: "text",
        value:
          "The 15% loyalty credit is already included. Pay in up to 6 monthly installments. Roadside assistance 24/7 at 1-888-555-0123. Renewals are not refundable.",
      },
    ],
    earlier: [
      "Hi Susan, your auto policy ends on November 30. The renewal is $2,180, with the 15% loyalty credit included. Shall I go ahead?",
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Susan, Policy HM-7710294 runs out at the end of the month. Same car, same driver? Then I can renew it right away.",
      },
      {
        channel: "email",
        subject: "Your auto insurance renewal",
        text: "Dear Susan,\n\nYour policy no. HM-7710294 ends on Monday, November 30.\n\nThe renewal premium is $2,180.00 (two thousand one hundred eighty dollars), fifteen percent loyalty credit included. You may pay in up to six installments.\n\nSincerely,\nOwen Blake\nHarbor Mutual",
      },
      {
        channel: "sms",
        text: "Harbor Mutual: your policy ends in 2 weeks (11/30/26). Renew for $2,180 in up to 6 installments. Reply to Owen.",
      },
      {
        channel: "whatsapp",
        text: "Good morning Susan! 14 days left on your policy. Renewing keeps your roadside assistance, 24/7, at 1-888-555-0123 🚗",
      },
      {
        channel: "whatsapp",
        text: "Hi Susan, it's Owen. The 15 percent loyalty credit is in there already, so $2,180 is all it is. Any questions before the 30th?",
      },
      {
        channel: "whatsapp",
        text: "Susan, please note that renewals are not refundable. Take your time, you have until 30 Nov.",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Hi Susan, the renewal is $2,180 with your 25% loyalty credit. Shall I go ahead?",
        kind: "percent",
        words: "25%",
        why: "The credit is 15 %.",
      },
      {
        channel: "whatsapp",
        text: "Susan, your renewal came to $2,108 in up to 6 installments. Ready when you are.",
        kind: "amount",
        words: "$2,108",
        why: "The digits of $2,180 swapped.",
      },
      {
        channel: "email",
        subject: "Your renewal",
        text: "Dear Susan,\n\nYour renewal premium is two thousand eighteen dollars, due by November 30.\n\nOwen Blake",
        kind: "amount",
        words: "two thousand eighteen dollars",
        why: "In words it is another amount.",
      },
      {
        channel: "whatsapp",
        text: "Susan, your policy ends on Sunday, November 30. Shall we renew?",
        kind: "weekday",
        words: "Sunday, November 30",
        why: "30 November 2026 is a Monday.",
      },
      {
        channel: "whatsapp",
        text: "Hi Susan, policy HM-7710249 ends on the 30th. Want to keep the 15% credit?",
        kind: "number",
        words: "HM-7710249",
        why: "The last digits are swapped.",
      },
      {
        channel: "whatsapp",
        text: "Susan, renew for $2,180 and Accident Forgiveness comes with it!",
        kind: "product",
        words: "Accident Forgiveness",
        why: "No such cover is in the facts.",
      },
      {
        channel: "whatsapp",
        text: "Hi Susan, your policy runs out next week. Shall I renew it?",
        kind: "relative_day",
        words: "next week",
        why: "It ends in two weeks.",
      },
      {
        channel: "whatsapp",
        text: "Susan, renewals are fully refundable, so there is no risk. Shall I put it through?",
        kind: "negation",
        words: "fully refundable",
        why: "The fact says that it is not.",
      },
      {
        channel: "whatsapp",
        text: "Hi Susan, your auto policy ends on November 30. The renewal is $2,180, with the 15% loyalty credit included. Shall I go ahead?",
        kind: "repeat",
        words: "Shall I go ahead",
        why: "The same as before.",
      },
    ],
  },
  {
    id: "en-cart",
    language: "en",
    today: "2026-10-01",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Peter" },
      { name: "contact.name", kind: "name", value: "Peter Hughes" },
      { name: "account.name", kind: "name", value: "True Cycles" },
      { name: "deal.title", kind: "text", value: "Aero 2 helmet (size M)" },
      { name: "deal.amount", kind: "amount", value: 129.95, currency: "EUR" },
      { name: "contact.cart_link", kind: "link", value: "https://truecycles.ie/cart/9a8b7c" },
      { name: "contact.order", kind: "text", value: "Order 100482" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Free shipping over €100. Returns within 30 days. Code BACK10 takes €10 off until 4 October. Helmets are CE certified. Collect in store at 14 Dame Street.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hi Peter, your Aero 2 helmet (size M) is still in the cart 🚴 It's €129.95 with free shipping: https://truecycles.ie/cart/9a8b7c",
      },
      {
        channel: "whatsapp",
        text: "Peter, any questions on order 100482? You can return it within 30 days.",
      },
      {
        channel: "email",
        subject: "You left something behind",
        text: "Hi Peter,\n\nThe Aero 2 helmet is waiting for you at 129,95 €.\n\nUse code BACK10 by Sunday, 4 October and take €10 off.\n\nFinish here: https://truecycles.ie/cart/9a8b7c\n\nThe True Cycles team",
      },
      {
        channel: "sms",
        text: "Peter, your Aero 2 is in the cart: https://truecycles.ie/cart/9a8b7c Free shipping over EUR 100.",
      },
      {
        channel: "whatsapp",
        text: "Only 3 days left on BACK10, Peter (until 4/10). Shall I hold the helmet for you? 💚",
      },
      {
        channel: "whatsapp",
        text: "Peter, all our helmets are CE certified. If you'd rather, collect it in store: 14 Dame Street.",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Peter, code BACK10 takes €50 off until Sunday!",
        kind: "discount",
        words: "€50 off",
        why: "The code takes €10 off.",
      },
      {
        channel: "whatsapp",
        text: "Hi Peter, use code BACK20 at https://truecycles.ie/cart/9a8b7c before Sunday.",
        kind: "number",
        words: "BACK20",
        why: "The code is BACK10.",
      },
      {
        channel: "whatsapp",
        text: "Peter, the Aero 2 helmet is €1,299.50 with free shipping. Ready to finish?",
        kind: "amount",
        words: "€1,299.50",
        why: "The price is €129.95.",
      },
      {
        channel: "whatsapp",
        text: "Hi Peter, the Aero 3 helmet is still in your cart: https://truecycles.ie/cart/9a8b7c",
        kind: "product",
        words: "Aero 3",
        why: "The cart holds the Aero 2.",
      },
      {
        channel: "whatsapp",
        text: "Peter, you can return it within 90 days, no questions asked. Finish order 100482?",
        kind: "number",
        words: "90 days",
        why: "Returns are possible within 30 days.",
      },
      {
        channel: "whatsapp",
        text: "Peter, finish your order here: https://truecycles.ie.secure-pay.co/9a8b7c",
        kind: "link",
        words: "https://truecycles.ie.secure-pay.co/9a8b7c",
        why: "The shop's name stands in front of a foreign domain.",
      },
      {
        channel: "whatsapp",
        text: "Peter, BACK10 runs out on Sunday, 4 October at midnight. Use it while you can!",
        kind: "time",
        words: "midnight",
        why: "No hour is known.",
      },
      {
        channel: "sms",
        text: "Dear Peter, we hope that you are having a truly wonderful week and that the weather is treating you kindly. We noticed that you were looking at the Aero 2 helmet (size M) and that it is still sitting in your cart. In case you are wondering, shipping is free over EUR 100 and you can return it within 30 days. All our helmets are CE certified, and if you would rather try it on first you can also collect it in store at 14 Dame Street. Whenever you are ready, finish your order here: https://truecycles.ie/cart/9a8b7c",
        kind: "length",
        words: "In case you are wondering",
        why: "Four segments and more.",
      },
      {
        channel: "whatsapp",
        text: "Peter, have a look at truecycles.review before you decide on the helmet.",
        kind: "link",
        words: "truecycles.review",
        why: "A foreign domain, though with the name of the shop.",
      },
    ],
  },
];
