import type { TableGroup } from "./types";

/** English: welcomes, and asking how it was. */
export const EN_WELCOMES: readonly TableGroup[] = [
  {
    id: "en-welcome",
    language: "en",
    today: "2026-04-20",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Jack" },
      { name: "contact.name", kind: "name", value: "Jack Murphy" },
      { name: "contact.email", kind: "email", value: "jack.murphy@gmail.com" },
      { name: "account.name", kind: "name", value: "ClearLedger" },
      { name: "agent.name", kind: "name", value: "Chloe" },
      { name: "contact.plan", kind: "text", value: "Essential plan" },
      { name: "contact.trial_ends", kind: "day", value: "2026-05-04" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Sign in at https://app.clearledger.com. Live class every Wednesday at 8 pm. The app has 3 reports and connects to 18 banks. Support: help@clearledger.com.",
      },
    ],
    bannedWords: ["synergy", "act now"],
    faithful: [
      {
        channel: "whatsapp",
        text: "Welcome aboard, Jack! 🎉 Your Essential plan is ready. Sign in at https://app.clearledger.com with jack.murphy@gmail.com.",
      },
      {
        channel: "whatsapp",
        text: "Hi Jack, I'm Chloe from ClearLedger. Your trial runs until Monday, May 4th. Shall we start by connecting your bank?",
      },
      {
        channel: "email",
        subject: "Where to start",
        text: "Jack, great to have you!\n\nThree steps:\n1) Go to https://app.clearledger.com\n2) Connect your bank (we support 18)\n3) Open the 3 reports\n\nEvery Wednesday at 8 pm there's a live class.\n\nChloe",
      },
      {
        channel: "sms",
        text: "Jack, your ClearLedger trial runs through 05/04/2026. Get started: app.clearledger.com",
      },
      {
        channel: "whatsapp",
        text: "Jack, the next live class is the day after tomorrow, Wednesday, at 8 in the evening. Hope to see you! 📈",
      },
      {
        channel: "whatsapp",
        text: "You have two full weeks of trial ahead, Jack. Questions? Write to help@clearledger.com and a real person answers.",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Welcome, Jack! Your Business plan is ready at https://app.clearledger.com",
        kind: "name",
        words: "Business plan",
        why: "The plan is the Essential one.",
      },
      {
        channel: "whatsapp",
        text: "Jack, sign in with jack.murphy@outlook.com at https://app.clearledger.com.",
        kind: "email",
        words: "jack.murphy@outlook.com",
        why: "The contact's address is at gmail.com.",
      },
      {
        channel: "whatsapp",
        text: "Hi Jack, your trial runs until May 14. Why not connect your bank today?",
        kind: "date",
        words: "May 14",
        why: "The trial ends on 4 May.",
      },
      {
        channel: "whatsapp",
        text: "Jack, every Thursday at 8 pm there's a live class. Come and join us!",
        kind: "weekday",
        words: "every Thursday",
        why: "The class is on Wednesdays.",
      },
      {
        channel: "whatsapp",
        text: "Jack, did you know that ClearLedger connects to 80 banks? Give it a try.",
        kind: "number",
        words: "80 banks",
        why: "The app connects to 18.",
      },
      {
        channel: "email",
        subject: "Get started",
        text: "Hi Jack,\n\nTo connect [Bank name], sign in at https://app.clearledger.com and follow the steps.\n\nChloe",
        kind: "placeholder",
        words: "[Bank name]",
        why: "A gap was left open.",
      },
      {
        channel: "whatsapp",
        text: "Act now, Jack! Your trial runs until Monday, May 4.",
        kind: "banned_word",
        words: "Act now",
        why: "The account has banned the words.",
      },
      {
        channel: "whatsapp",
        text: "Hola Jack, su cuenta ya está lista. Puede entrar cuando quiera y conectar su banco para empezar a usar los informes.",
        kind: "language",
        words: "su cuenta ya está lista",
        why: "He is written to in English.",
      },
    ],
  },
  {
    id: "en-feedback",
    language: "en",
    today: "2026-08-10",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Laura" },
      { name: "contact.name", kind: "name", value: "Laura Bennett" },
      { name: "account.name", kind: "name", value: "Blue Bay Inn" },
      { name: "agent.name", kind: "name", value: "Anthony" },
      { name: "appointment.title", kind: "text", value: "Stay, ocean-view suite" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-08-06T15:00" },
      { name: "appointment.ends_at", kind: "moment", value: "2026-08-09T12:00" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "The survey has 4 questions and takes 1 minute: https://bluebayinn.com/survey. Returning guests get 10% off, Monday to Thursday. Instagram: @bluebayinn",
      },
      { name: "instruction", kind: "text", value: "Ask for a rating from 0 to 10." },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hi Laura! How was your stay with us, August 6 to 9? From 0 to 10, how would you rate it? 🌊",
      },
      {
        channel: "whatsapp",
        text: "Laura, it's Anthony from the inn. You left yesterday and we miss you already! Could you answer 4 quick questions? https://bluebayinn.com/survey",
      },
      { channel: "sms", text: "Blue Bay Inn: how did we do? 4 questions, 1 minute: bluebayinn.com/survey" },
      {
        channel: "email",
        subject: "How was it?",
        text: "Dear Laura,\n\nYou stayed with us from Thursday (8/6) to Sunday (8/9), checking out at noon. We'd love to hear from you; the survey takes a minute.\n\nhttps://bluebayinn.com/survey\n\nThank you!\nBlue Bay Inn",
      },
      {
        channel: "whatsapp",
        text: "Thanks again, Laura! Returning guests get 10% off Monday to Thursday. First things first though: what did you like most about the ocean-view suite?",
      },
      {
        channel: "whatsapp",
        text: "On a scale of zero to ten, Laura, would you recommend us? And come say hi on Instagram @bluebayinn 💙",
      },
      { channel: "whatsapp", text: "One last thing, Laura: here's to more summers after 2026! ☀️" },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Laura, returning guests get 20% off, Monday to Thursday. Shall we pencil you in?",
        kind: "percent",
        words: "20% off",
        why: "Returning guests get 10 %.",
      },
      {
        channel: "whatsapp",
        text: "Hi Laura, tell us how it went: https://biuebayinn.com/survey",
        kind: "link",
        words: "https://biuebayinn.com/survey",
        why: "The letter l became an i.",
      },
      {
        channel: "whatsapp",
        text: "Laura, answer 4 questions and you'll get a free night with us!",
        kind: "promise",
        words: "a free night",
        why: "No such prize is known.",
      },
      {
        channel: "whatsapp",
        text: "Hi Laura, our survey has 12 questions and takes a minute: https://bluebayinn.com/survey",
        kind: "number",
        words: "12 questions",
        why: "The survey has 4.",
      },
      {
        channel: "whatsapp",
        text: "Laura, how did you like the Garden Suite? From 0 to 10?",
        kind: "name",
        words: "Garden Suite",
        why: "It was the ocean-view suite.",
      },
      {
        channel: "whatsapp",
        text: "Hi Laura, we hope you enjoyed your stay until August 19. Could you rate it?",
        kind: "date",
        words: "August 19",
        why: "The stay ended on 9 August.",
      },
      {
        channel: "whatsapp",
        text: "Laura, the survey is at bluebayinn dot net and takes a minute!",
        kind: "obfuscated",
        words: "bluebayinn dot net",
        why: "A foreign domain in words.",
      },
    ],
  },
];
