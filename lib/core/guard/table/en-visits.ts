import type { TableGroup } from "./types";

/** English: appointments, ahead and missed. */
export const EN_VISITS: readonly TableGroup[] = [
  {
    id: "en-appointment",
    language: "en",
    today: "2026-03-02",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Sarah" },
      { name: "contact.name", kind: "name", value: "Sarah O'Connor" },
      { name: "contact.phone", kind: "phone", value: "+12125550147" },
      { name: "account.name", kind: "name", value: "Lakeview Dental" },
      { name: "agent.name", kind: "name", value: "Dr. Helen Park" },
      { name: "appointment.title", kind: "text", value: "Cleaning and check-up" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-03-03T14:30" },
      { name: "appointment.ends_at", kind: "moment", value: "2026-03-03T15:15" },
      { name: "appointment.location", kind: "text", value: "500 W 5th Street, 3rd floor, Suite 310" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Please arrive 10 minutes early. Rescheduling needs 24 hours' notice. Parking is validated at the garage on 6th Street.",
      },
      { name: "instruction", kind: "text", value: "Ask her to reply 1 to confirm or 2 to reschedule." },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hi Sarah! Your Cleaning and check-up at Lakeview Dental is tomorrow, Tuesday, at 2:30 pm. Reply 1 to confirm or 2 to reschedule 😁",
      },
      {
        channel: "sms",
        text: "Lakeview Dental: see you Tue 3/3 at 2:30PM, 500 W 5th St, Suite 310. Reply 1 to confirm, 2 to reschedule",
      },
      {
        channel: "email",
        subject: "Your appointment on March 3rd",
        text: "Dear Sarah,\n\nWe look forward to seeing you on Tuesday, March 3, 2026 from 2:30 to 3:15 p.m.\n\nWhere: 500 W 5th Street, 3rd floor, Suite 310\nParking: the garage on 6th Street, validated\n\nWarm regards,\nLAKEVIEW DENTAL",
      },
      {
        channel: "whatsapp",
        text: "Hello Ms. O'Connor, confirming Dr. Park tomorrow at 14:30. Please arrive 10 minutes early.",
      },
      {
        channel: "whatsapp",
        text: "Sarah, if half past two doesn't work tomorrow, no problem, we just need 24 hours' notice. Is (212) 555-0147 still the best number?",
      },
      {
        channel: "whatsapp",
        text: "Good morning Sarah! See you tomorrow afternoon at 2.30pm. We're on the third floor 🦷",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Hi Sarah, your appointment at Lakeview Dental is tomorrow at 2:30 am. Reply 1 to confirm.",
        kind: "time",
        words: "2:30 am",
        why: "The appointment is in the afternoon.",
      },
      {
        channel: "whatsapp",
        text: "Hello Sarah, can you confirm your cleaning on Wednesday, March 3 at 2:30 pm?",
        kind: "weekday",
        words: "Wednesday, March 3",
        why: "3 March 2026 is a Tuesday.",
      },
      {
        channel: "whatsapp",
        text: "Sarah, all set for tomorrow at 3:30? We're at 500 W 5th Street, Suite 310.",
        kind: "time",
        words: "3:30",
        why: "It begins at 2:30.",
      },
      {
        channel: "whatsapp",
        text: "Hi Sarah! A reminder of your appointment today at 2:30 pm. Reply 1 to confirm or 2 to reschedule.",
        kind: "relative_day",
        words: "today",
        why: "The appointment is tomorrow.",
      },
      {
        channel: "whatsapp",
        text: "Sarah, see you tomorrow at 2:30 pm at 500 W 5th Street, Suite 301.",
        kind: "number",
        words: "Suite 301",
        why: "The suite is 310.",
      },
      {
        channel: "whatsapp",
        text: "Sarah, you're booked with Dr. Patel tomorrow at 2:30 pm. Reply 1 to confirm or 2 to reschedule.",
        kind: "name",
        words: "Dr. Patel",
        why: "The dentist is Dr. Helen Park.",
      },
      {
        channel: "whatsapp",
        text: "Hi Sarah, just a reminder that tomorrow's check-up at 2:30 pm is free of charge. See you there!",
        kind: "promise",
        words: "free of charge",
        why: "No fact says that it is free.",
      },
      {
        channel: "whatsapp",
        text: "Sarah, need to move tomorrow's visit? We require 48 hours' notice. Reply 2 to reschedule.",
        kind: "number",
        words: "48 hours' notice",
        why: "24 hours are asked for.",
      },
    ],
  },
  {
    id: "en-no-show",
    language: "en",
    today: "2026-05-06",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Tyler" },
      { name: "contact.name", kind: "name", value: "Tyler Brooks" },
      { name: "account.name", kind: "name", value: "The Razor Room" },
      { name: "agent.name", kind: "name", value: "Leo" },
      { name: "appointment.title", kind: "text", value: "Haircut and beard trim" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-05-05T18:30" },
      { name: "appointment.status", kind: "text", value: "no_show" },
      { name: "appointment.location", kind: "text", value: "21 King Street" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Book online at https://razorroom.app/book. Open slots this week: Thursday, May 7 at 10 am and Friday, May 8 at 7 pm. The haircut and beard trim costs $45.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hey Tyler, we missed you yesterday at 6:30 pm. Everything alright? You can rebook at https://razorroom.app/book",
      },
      {
        channel: "whatsapp",
        text: "Tyler, it's Leo from The Razor Room. I've got tomorrow at 10 am or Friday at 7 pm. Which works better?",
      },
      {
        channel: "sms",
        text: "Sorry we missed you on 5/5, Tyler! Rebook your haircut: razorroom.app/book The Razor Room",
      },
      {
        channel: "email",
        subject: "Let's find you a new time",
        text: "Hi Tyler,\n\nWe noticed you couldn't make it on Tuesday, May 5th at 6:30 in the evening. No worries!\n\nOpen this week:\n* Thu 7 May, 10:00\n* Fri 8 May, 19:00\n\nSame price as always, $45.\n\nLeo\n21 King Street",
      },
      {
        channel: "whatsapp",
        text: "Hi Tyler! Two slots left this week, the first is tomorrow at ten in the morning. Want it?",
      },
      {
        channel: "whatsapp",
        text: "No hard feelings about Tuesday, Tyler 😄 The chair's yours the day after tomorrow at seven if you like.",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Hey Tyler, we missed you on Monday at 6:30 pm. Want to rebook? https://razorroom.app/book",
        kind: "weekday",
        words: "Monday",
        why: "The missed visit was on a Tuesday.",
      },
      {
        channel: "whatsapp",
        text: "Tyler, I have Thursday, May 7 at 11 am open. Shall I put you down?",
        kind: "time",
        words: "11 am",
        why: "The free slot is at 10 am.",
      },
      {
        channel: "whatsapp",
        text: "Hi Tyler, the haircut and beard trim is $54. Rebook at https://razorroom.app/book",
        kind: "amount",
        words: "$54",
        why: "The digits of $45 swapped.",
      },
      {
        channel: "whatsapp",
        text: "Tyler, it takes a second to rebook: https://razor-room.app/book",
        kind: "link",
        words: "https://razor-room.app/book",
        why: "The domain has no hyphen.",
      },
      {
        channel: "whatsapp",
        text: "Tyler, since you missed your 6:30 pm appointment, a no-show fee will be charged unless you rebook.",
        kind: "threat",
        words: "no-show fee",
        why: "No fee is known.",
      },
      {
        channel: "whatsapp",
        text: "Hey Tyler, come back this week and it's half price! Friday at 7 pm is open.",
        kind: "discount",
        words: "half price",
        why: "Nobody offered it.",
      },
    ],
  },
];
