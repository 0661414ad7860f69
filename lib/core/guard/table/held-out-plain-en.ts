import type { TableGroup } from "./types";

/** English: everyday drafts, the second scene written when the guard was done. */
export const HELD_OUT_PLAIN_EN: readonly TableGroup[] = [
  {
    id: "held-en-coach",
    language: "en",
    today: "2026-05-18",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Megan" },
      { name: "contact.name", kind: "name", value: "Megan Foster" },
      { name: "account.name", kind: "name", value: "Summit Coaching" },
      { name: "agent.name", kind: "name", value: "Claire Dubois" },
      { name: "deal.title", kind: "text", value: "Leadership program, 8 sessions" },
      { name: "deal.amount", kind: "amount", value: 1920, currency: "USD" },
      { name: "appointment.title", kind: "text", value: "Discovery call" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-05-20T10:15" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Sessions are 50 minutes on Zoom. Book at https://summitcoaching.co/book. Pay in 2 installments of $960. Claire has coached over 200 managers. The workbook is included.",
      },
      {
        name: "instruction",
        kind: "text",
        value: "Follow up on the program after the discovery call was booked.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hi Megan, Claire from Summit Coaching here. Just confirming our discovery call on Wednesday at 10:15 am. Looking forward to meeting you!",
      },
      {
        channel: "email",
        subject: "Looking forward to Wednesday",
        text: "Hi Megan,\n\nThank you for booking a discovery call. We'll meet on Wednesday, May 20th at 10:15 in the morning.\n\nIn the meantime, here's what the program looks like:\n\n- 8 sessions of 50 minutes each, on Zoom\n- Workbook included\n- $1,920 in total, or 2 installments of $960\n\nIf you have any questions, just hit reply.\n\nWarmly,\nClaire",
      },
      {
        channel: "whatsapp",
        text: "Hey Megan! Hope your week is off to a great start. Is there anything specific you'd like to cover when we talk?",
      },
      {
        channel: "whatsapp",
        text: "Megan, quick reminder: we talk the day after tomorrow at a quarter past ten. You can change the time at https://summitcoaching.co/book if you need to.",
      },
      {
        channel: "sms",
        text: "Hi Megan, reminder: discovery call Wed 5/20, 10:15 AM. Need to move it? summitcoaching.co/book",
      },
      {
        channel: "whatsapp",
        text: "Totally understand if now isn't the right time, Megan. Would you rather I check in later on? No hard feelings either way.",
      },
      {
        channel: "whatsapp",
        text: "Good question to ask yourself before Wednesday, Megan: what would make this a great year for you and your team? We'll start from there.",
      },
      {
        channel: "whatsapp",
        text: "Megan, since you asked: sessions are 50 minutes, everything happens on Zoom, and the workbook is included. Anything else I can help with?",
      },
      {
        channel: "whatsapp",
        text: "Hi Megan! Claire has coached over 200 managers, so you're in good hands. See you Wednesday!",
      },
      {
        channel: "email",
        subject: "The Leadership program",
        text: "Dear Megan,\n\nIt was lovely to hear from you. As promised, the details of the Leadership program: eight sessions, nineteen hundred and twenty dollars, payable in two installments.\n\nWhenever you're ready, let me know and I'll get you started.\n\nAll the best,\nClaire Dubois\nSummit Coaching",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Hi Megan, the Leadership program is $1,290 for 8 sessions. Shall we talk on Wednesday?",
        kind: "amount",
        words: "$1,290",
        why: "The digits 9 and 2 swapped.",
      },
      {
        channel: "whatsapp",
        text: "Megan, sessions are 60 minutes on Zoom, and the workbook is included. See you Wednesday!",
        kind: "number",
        words: "60 minutes",
        why: "Sessions are 50 minutes.",
      },
      {
        channel: "whatsapp",
        text: "Hi Megan, just confirming our discovery call on Thursday at 10:15 am. Talk soon!",
        kind: "weekday",
        words: "Thursday",
        why: "The call is on Wednesday.",
      },
      {
        channel: "whatsapp",
        text: "Megan, the program also includes our Executive Retreat. Shall we go over it on Wednesday?",
        kind: "product",
        words: "Executive Retreat",
        why: "No such offer is known.",
      },
      {
        channel: "whatsapp",
        text: "Hi Megan, sign up this week and your first session is free!",
        kind: "promise",
        words: "first session is free",
        why: "Nobody offered it.",
      },
      {
        channel: "whatsapp",
        text: "Megan, need another time? Pick one at https://summit-coaching.co/book",
        kind: "link",
        words: "https://summit-coaching.co/book",
        why: "The domain has no hyphen.",
      },
    ],
  },
  {
    id: "held-en-pet",
    language: "en",
    today: "2026-08-24",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Dylan" },
      { name: "contact.name", kind: "name", value: "Dylan Archer" },
      { name: "account.name", kind: "name", value: "Paws & Co Grooming" },
      { name: "agent.name", kind: "name", value: "Beth" },
      { name: "contact.pet_name", kind: "text", value: "Biscuit" },
      { name: "appointment.title", kind: "text", value: "Full groom" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-08-28T08:45" },
      { name: "charge.title", kind: "text", value: "Full groom, medium dog" },
      { name: "charge.amount", kind: "amount", value: 72.5, currency: "USD" },
      { name: "contact.loyalty_visits", kind: "number", value: 9 },
      {
        name: "knowledge",
        kind: "text",
        value:
          "The tenth visit is half price. A full groom takes about 2 hours. Cancel up to 12 hours before. We are at 310 Cedar Avenue, next to the library. Book at https://pawsandco.pet/book",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hi Dylan! Biscuit's full groom is this Friday at 8:45 in the morning. Can you still make it?",
      },
      {
        channel: "whatsapp",
        text: "Dylan, a full groom takes about two hours, so you can pick Biscuit up right after. It's $72.50 🐾",
      },
      {
        channel: "sms",
        text: "Paws & Co: Biscuit's groom is Fri 8/28 at 8:45am, 310 Cedar Ave. Need to cancel? Up to 12 hrs before.",
      },
      {
        channel: "email",
        subject: "See you and Biscuit on Friday",
        text: "Hi Dylan,\n\nWe can't wait to see Biscuit on Friday, August 28 at 8:45 AM.\n\nWe're at 310 Cedar Avenue, right next to the library. Parking can be tricky in the mornings, so leave yourself a little time.\n\nThe full groom is $72.50.\n\nThanks,\nBeth\nPaws & Co Grooming",
      },
      {
        channel: "whatsapp",
        text: "You've been here nine times, Dylan, and the tenth visit is half price. Thank you for trusting us with Biscuit!",
      },
      {
        channel: "whatsapp",
        text: "Hey Dylan, how's Biscuit's coat holding up? If you'd like something a little shorter this time, just tell me.",
      },
      {
        channel: "whatsapp",
        text: "Morning Dylan, it's Beth. Four days until Biscuit's spa day! Anything we should know beforehand, like new allergies?",
      },
      {
        channel: "whatsapp",
        text: "No problem at all, Dylan. You can pick another slot at https://pawsandco.pet/book whenever suits you.",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Hi Dylan, Biscuit's full groom on Friday is $75.20. See you then!",
        kind: "amount",
        words: "$75.20",
        why: "The digits of $72.50 mixed up.",
      },
      {
        channel: "whatsapp",
        text: "Dylan, see you and Biscuit on Friday at 8:15 in the morning!",
        kind: "time",
        words: "8:15",
        why: "It begins at 8:45.",
      },
      {
        channel: "whatsapp",
        text: "Dylan, you can cancel up to 24 hours before. See you on Friday at 8:45 am!",
        kind: "number",
        words: "24 hours before",
        why: "It is up to 12 hours.",
      },
      {
        channel: "whatsapp",
        text: "Hi Dylan, Biscuit's full groom is tomorrow at 8:45 am. Can you still make it?",
        kind: "relative_day",
        words: "tomorrow",
        why: "It is on Friday, in four days.",
      },
      {
        channel: "whatsapp",
        text: "Dylan, we'd like to add Flea Shield to Biscuit's groom on Friday. Okay?",
        kind: "product",
        words: "Flea Shield",
        why: "No such thing is known.",
      },
      {
        channel: "whatsapp",
        text: "Hi Dylan, Biscuit gets a free nail trim on Friday. See you at 8:45!",
        kind: "promise",
        words: "free nail trim",
        why: "Nobody offered it.",
      },
      {
        channel: "whatsapp",
        text: "Dylan, pick another slot here: https://pawsandco.pet.booking-now.com/b",
        kind: "link",
        words: "https://pawsandco.pet.booking-now.com/b",
        why: "A foreign domain behind the name of the shop.",
      },
    ],
  },
];
