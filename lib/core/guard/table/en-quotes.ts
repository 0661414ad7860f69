import type { TableGroup } from "./types";

/** English: quotes and deals that stand still. */
export const EN_QUOTES: readonly TableGroup[] = [
  {
    id: "en-quote",
    language: "en",
    today: "2026-03-02",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Emily" },
      { name: "contact.name", kind: "name", value: "Emily Carter" },
      { name: "contact.company", kind: "text", value: "Carter & Sons Bakery" },
      { name: "account.name", kind: "name", value: "Northside Ovens" },
      { name: "agent.name", kind: "name", value: "Daniel Reyes" },
      { name: "agent.email", kind: "email", value: "daniel@northsideovens.com" },
      { name: "deal.title", kind: "text", value: "Deck oven DX-450 with installation" },
      { name: "deal.amount", kind: "amount", value: 12480.5, currency: "USD" },
      { name: "deal.expected_close", kind: "day", value: "2026-03-20" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Quote Q-2291 is good until March 20, 2026. Lead time is 3 to 4 weeks. The oven carries a 2-year warranty. Installation takes one day. Financing is available over 12 months. Our showroom is at 88 Harbor Street, Suite 4, open 9 am to 5 pm on weekdays. See the quote at https://northsideovens.com/q/2291",
      },
      { name: "instruction", kind: "text", value: "Ask whether she has questions about the quote." },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hi Emily, Daniel here from Northside Ovens. Did you get a chance to look at quote Q-2291? It comes to $12,480.50 and is good until Friday the 20th.",
      },
      {
        channel: "email",
        subject: "Your quote for the DX-450",
        text: "Hi Emily,\n\nJust following up on the deck oven for Carter & Sons Bakery.\n\n- Total: $12,480.50 (twelve thousand four hundred eighty dollars and fifty cents)\n- Lead time: 3-4 weeks\n- Warranty: two years\n- Valid until: Friday, March 20, 2026\n\nYou can review it here: https://northsideovens.com/q/2291\n\nBest,\nDaniel Reyes\ndaniel@northsideovens.com",
      },
      {
        channel: "sms",
        text: "Emily, your quote Q-2291 ($12,480.50) is valid through 03/20. Questions? Just reply. Daniel, Northside Ovens",
      },
      {
        channel: "whatsapp",
        text: "Emily, one quick thought: financing over 12 months is available if you'd rather not pay it all at once. Want me to run the numbers?",
      },
      {
        channel: "whatsapp",
        text: "Hey Emily! Would you like to see the DX-450 in action? We're at 88 Harbor Street, Suite 4, 9-5 on weekdays ☕",
      },
      {
        channel: "whatsapp",
        text: "Morning Emily. No rush at all, the quote holds for another 18 days. Is there anything I can clear up first?",
      },
      {
        channel: "whatsapp",
        text: "Hi Emily, still thinking about the oven? Installation takes just one day, so the bakery won't miss a beat. All in, it's $12,480.50.",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Hi Emily, the DX-450 with installation comes to $12,840.50. Shall I put it through?",
        kind: "amount",
        words: "$12,840.50",
        why: "The digits 4 and 8 swapped.",
      },
      {
        channel: "whatsapp",
        text: "Emily, I spoke to my manager and we can do 10% off if you sign by March 20.",
        kind: "discount",
        words: "10% off",
        why: "No fact offers a discount.",
      },
      {
        channel: "email",
        subject: "Your quote",
        text: "Hi Emily,\n\nA reminder that your quote is good until Thursday, March 20.\n\nBest,\nDaniel",
        kind: "weekday",
        words: "Thursday, March 20",
        why: "20 March 2026 is a Friday.",
      },
      {
        channel: "whatsapp",
        text: "Good news Emily, lead time on the DX-450 is 2-3 weeks right now. Shall we go ahead?",
        kind: "number",
        words: "2-3 weeks",
        why: "The lead time is 3 to 4 weeks.",
      },
      {
        channel: "whatsapp",
        text: "Hi Emily, here is your quote again: https://northsideovens.co/q/2291 Let me know what you think!",
        kind: "link",
        words: "https://northsideovens.co/q/2291",
        why: "The site ends in .com.",
      },
      {
        channel: "whatsapp",
        text: "Emily, did you have any questions about the DX-540 and the installation?",
        kind: "product",
        words: "DX-540",
        why: "The quote is for a DX-450.",
      },
      {
        channel: "whatsapp",
        text: "Hi Jessica, just checking in on quote Q-2291 for $12,480.50. Any questions?",
        kind: "name",
        words: "Jessica",
        why: "The contact is Emily.",
      },
      {
        channel: "whatsapp",
        text: "Emily, every oven comes with our money-back guarantee, so there's really nothing to lose.",
        kind: "promise",
        words: "money-back guarantee",
        why: "Nobody guarantees that.",
      },
    ],
  },
  {
    id: "en-stalled-deal",
    language: "en",
    today: "2026-06-15",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Rachel" },
      { name: "contact.name", kind: "name", value: "Rachel Kim" },
      { name: "contact.company", kind: "text", value: "Coastline Freight Inc." },
      { name: "account.name", kind: "name", value: "Logtech" },
      { name: "agent.name", kind: "name", value: "Greg Lawson" },
      { name: "agent.email", kind: "email", value: "greg@logtech.io" },
      { name: "deal.title", kind: "text", value: "Fleet tracking, 40 vehicles" },
      { name: "deal.amount", kind: "amount", value: 3960, currency: "USD" },
      { name: "deal.stage", kind: "text", value: "Negotiation" },
      { name: "deal.expected_close", kind: "day", value: "2026-06-30" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Each vehicle is $99 a month. The contract runs 12 months. Installation takes 2 hours per vehicle. The pilot covers 3 vehicles for 15 days. Support: 1-800-555-0199. SOC 2 certified since 2023.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hi Rachel, hope all's well at Coastline Freight. Wanted to pick our conversation about tracking the 40 vehicles back up. Does it still make sense?",
      },
      {
        channel: "email",
        subject: "Fleet tracking: next steps",
        text: "Hi Rachel,\n\nTo recap the proposal:\n\n* 40 vehicles x $99/month\n* $3,960 a month in total\n* 12-month contract\n* Installation: 2 hours per vehicle\n\nCan we wrap this up by June 30?\n\nGreg Lawson\ngreg@logtech.io",
      },
      {
        channel: "whatsapp",
        text: "Rachel, one idea to get things moving: a 15-day pilot with three vehicles. What do you think?",
      },
      {
        channel: "sms",
        text: "Rachel, can we close the fleet proposal (USD 3,960/mo) by 6/30? Greg, Logtech",
      },
      {
        channel: "whatsapp",
        text: "Afternoon Rachel. Tuesday the 30th is two weeks from tomorrow, so I wanted to ask: what's missing on your side?",
      },
      {
        channel: "whatsapp",
        text: "Hi Rachel, in case security is the question: we've been SOC 2 certified since 2023. Our support line is 1-800-555-0199.",
      },
      { channel: "whatsapp", text: "Quick one, Rachel: does $3.96k per month still fit the budget?" },
    ],
    planted: [
      {
        channel: "email",
        subject: "Your proposal",
        text: "Hi Rachel,\n\nThe proposal for all 40 vehicles came to $39,600 a month. Shall we move ahead?\n\nGreg",
        kind: "amount",
        words: "$39,600",
        why: "Ten times the monthly $3,960.",
      },
      {
        channel: "whatsapp",
        text: "Hi Rachel, each vehicle is €99 a month on a 12-month contract. Shall we go ahead?",
        kind: "currency",
        words: "€99",
        why: "Vehicles are priced in dollars.",
      },
      {
        channel: "whatsapp",
        text: "Rachel, picking up on the 50 vehicles we discussed. Does it still make sense for Coastline Freight?",
        kind: "number",
        words: "50 vehicles",
        why: "The deal is for 40.",
      },
      {
        channel: "whatsapp",
        text: "Hi Rachel, the contract runs twenty-four months and installation takes 2 hours per vehicle. Any questions?",
        kind: "number",
        words: "twenty-four months",
        why: "The contract runs 12 months.",
      },
      {
        channel: "whatsapp",
        text: "Rachel, your plan for 40 vehicles also includes FuelSense. Shall I send the contract over?",
        kind: "product",
        words: "FuelSense",
        why: "No such product is known.",
      },
      {
        channel: "whatsapp",
        text: "Rachel, could we wrap this up by June 20? It's still $3,960 a month.",
        kind: "date",
        words: "June 20",
        why: "The close is expected on 30 June.",
      },
      {
        channel: "whatsapp",
        text: "Any questions about the pilot, Rachel, call support on 1-800-555-0919. Best, Greg",
        kind: "phone",
        words: "1-800-555-0919",
        why: "The line is 1-800-555-0199.",
      },
      {
        channel: "whatsapp",
        text: "Hi Rachel, hope all is well at Oceanic Freight. Shall we talk about the 40 vehicles?",
        kind: "name",
        words: "Oceanic Freight",
        why: "The company is Coastline Freight.",
      },
    ],
  },
];
