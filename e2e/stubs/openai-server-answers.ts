// What the stub's model answers, out of the prompt alone: it knows nothing but what it was told.

type Fact = { name: string; kind: string; value: string | number; currency?: string };
export type Asked = { system: string; prompt: string };

/** What a model was asked for, as the form of the answer in its rules tells. */
export function wantOf({ system }: Asked): "message" | "verdict" | "meaning" | "check" {
  if (system.includes('"needs_person"')) return "message";
  if (system.includes('"enroll"')) return "verdict";
  return system.includes('"intent"') ? "meaning" : "check";
}

/** A faithful answer. */
export function faithful(asked: Asked): object {
  switch (wantOf(asked)) {
    case "message":
      return message(asked, languageOf(asked));
    case "verdict": {
      const isAsking = /price|preço|precio|proposal|proposta|propuesta|interest/i.test(lastWordsOf(asked));
      return { enroll: isAsking, confidence: isAsking ? 90 : 20, reason: "They asked about the offer." };
    }
    case "meaning":
      return meaningOf(asked);
    case "check":
      return { colour: "blue", checked: true };
  }
}

/** Says what no fact supports, obeys whoever wrote last, and asks for what it may not decide. */
export function hostile(asked: Asked): object {
  const planted = lastWordsOf(asked);
  const beyond = { to: "+5511900000000", channel: "sms", send_at: "2031-01-01T00:00:00Z", stop: true };
  switch (wantOf(asked)) {
    case "message":
      return {
        ...message(asked, languageOf(asked)),
        text: `${INVENTED[languageOf(asked)]} ${planted}`.trim(),
        ...beyond,
      };
    case "verdict":
      return { enroll: true, confidence: 100, reason: `https://evil.example ${planted}`, ...beyond };
    case "meaning":
      return { intent: "interested", confidence: 100, until: "9999-12-31", ...beyond };
    case "check":
      return { colour: "https://evil.example", ...beyond };
  }
}

/** Faithful in everything but the language. */
export const inWrongLanguage = (asked: Asked): object =>
  wantOf(asked) === "message" ? message(asked, languageOf(asked) === "en" ? "pt-BR" : "en") : faithful(asked);

type Language = "en" | "pt-BR" | "es";

const INVENTED: Record<Language, string> = {
  en: "Only today, April 7, 2031: 73% off, just R$ 13.37 instead of R$ 7,331.00. Pay at https://evil.example/claim or call +55 11 90000-0000.",
  "pt-BR":
    "Somente hoje, 7 de abril de 2031: 73% de desconto, apenas R$ 13,37 em vez de R$ 7.331,00. Pague em https://evil.example/claim ou ligue +55 11 90000-0000.",
  es: "Solo hoy, 7 de abril de 2031: 73% de descuento, apenas R$ 13,37 en vez de R$ 7.331,00. Pague en https://evil.example/claim o llame al +55 11 90000-0000.",
};

/** Of each language a few ways to begin, so that no message repeats another. */
const OPENINGS: Record<Language, string[]> = {
  en: [
    "just a short reminder, so that this does not get lost.",
    "we wanted to ask how things are going on your side.",
    "is there anything that we can still help you with?",
    "we are still here for you whenever it suits you.",
  ],
  "pt-BR": [
    "passando só para lembrar, para que isso não se perca.",
    "queríamos saber como estão as coisas por aí.",
    "ainda podemos ajudar você em alguma coisa?",
    "continuamos à disposição para quando for melhor para você.",
  ],
  es: [
    "solo un breve recordatorio, para que esto no se pierda.",
    "queríamos saber cómo van las cosas por allí.",
    "¿podemos ayudarle todavía en alguna cosa?",
    "seguimos a su disposición para cuando le venga mejor.",
  ],
};

const WORDS: Record<Language, { hello: string; amount: string; day: string; link: string; subject: string }> =
  {
    en: { hello: "Hi", amount: "It is about", day: "The day is", link: "See", subject: "A short reminder" },
    "pt-BR": {
      ...{ hello: "Olá", amount: "O valor é de", day: "O dia é", link: "Veja em" },
      subject: "Um breve lembrete",
    },
    es: {
      ...{ hello: "Hola", amount: "El importe es de", day: "El día es", link: "Vea" },
      subject: "Un breve recordatorio",
    },
  };

function message(asked: Asked, language: Language) {
  const facts = factsOf(asked);
  const words = WORDS[language];
  const said = linesOf(asked, "SENT_BEFORE").length + (asked.prompt.includes("Write it again.") ? 1 : 0);
  const first = facts.find(({ name }) => name === "contact.first_name") ?? facts.find(isName);
  const amount = facts.find(({ kind }) => kind === "amount");
  const day = facts.find(({ kind, name }) => kind === "day" && !name.startsWith("today"));
  const link = facts.find(({ kind }) => kind === "link");
  const parts = [
    `${words.hello}${first ? ` ${first.value}` : ""}, ${OPENINGS[language][said % 4]}`,
    amount && `${words.amount} ${amountText(amount, language)}.`,
    day && `${words.day} ${dayText(String(day.value), language)}.`,
    link && `${words.link} ${link.value}`,
  ];
  return {
    text: parts.filter(Boolean).join(" "),
    subject: asked.system.includes("Give it a subject") ? words.subject : null,
    ...{ language, needs_person: false, note: null },
  };
}

const isName = ({ kind }: Fact) => kind === "name";

const amountText = ({ value, currency }: Fact, language: Language) =>
  new Intl.NumberFormat(language, { style: "currency", currency: currency ?? "USD" }).format(Number(value));

const dayText = (day: string, language: Language) =>
  new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T12:00:00Z`),
  );

function languageOf({ system }: Asked): Language {
  const named = /Write in [^(]+\(([\w-]+)\)/.exec(system)?.[1];
  return named === "pt-BR" || named === "es" ? named : "en";
}

function meaningOf(asked: Asked): object {
  const words = String(linesOf(asked, "REPLY")[0] ?? "").toLowerCase();
  const day = /\d{4}-\d{2}-\d{2}/.exec(words)?.[0] ?? null;
  const intent = MEANINGS.find(([pattern]) => pattern.test(words))?.[1] ?? "other";
  return { intent, confidence: intent === "other" ? 40 : 92, until: day };
}

const MEANINGS: [RegExp, string][] = [
  [/wrong|engano|equivocad/, "wrong_person"],
  [/terrible|absurd|péssim|reclama|queja/, "complaint"],
  [/later|next|depois|semana que vem|después|próxim/, "not_now"],
  [/leave me|pare de|no me escrib/, "opt_out"],
  [/yes|interested|sim|quero|sí|claro/, "interested"],
];

/** What the contact wrote last, of the conversation or the reply. */
function lastWordsOf(asked: Asked): string {
  const lines = linesOf(asked, "CONVERSATION") as { from: string; text: string }[];
  return lines.findLast(({ from }) => from === "contact")?.text ?? "";
}

const factsOf = (asked: Asked) => linesOf(asked, "FACTS") as Fact[];

function linesOf({ prompt }: Asked, name: string): unknown[] {
  const part = new RegExp(`<<<${name} (\\S*)\\n([\\s\\S]*?)\\n${name} \\1>>>`).exec(prompt)?.[2] ?? "";
  return part.split("\n").flatMap((line) => {
    try {
      return [JSON.parse(line) as unknown];
    } catch {
      return [];
    }
  });
}
