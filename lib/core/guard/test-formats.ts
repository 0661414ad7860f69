import { DAY_MS } from "../zone";

const group = (whole: number, mark: string) => String(whole).replace(/\B(?=(\d{3})+$)/g, mark);

/** Whole and cents. */
export function amountsOf(cents: number): string[] {
  const [whole, rest] = [Math.floor(cents / 100), String(cents % 100).padStart(2, "0")];
  const exact = [
    `R$ ${group(whole, ".")},${rest}`,
    `R$${group(whole, ".")},${rest}`,
    `R$ ${whole},${rest}`,
    `R$ ${group(whole, ",")}.${rest}`,
    `BRL ${group(whole, ".")},${rest}`,
    `${group(whole, ".")},${rest} reais`,
    `${whole}.${rest} BRL`,
    `R$\u00a0${group(whole, ".")},${rest}`,
  ];
  return cents % 100 === 0 ? [...exact, `R$ ${group(whole, ".")}`, `${whole} reais`] : exact;
}

const names = (language: string, style: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(language, { timeZone: "UTC", ...style });
  return (day: number) => format.format(new Date(day * DAY_MS));
};

/** A day in the formats of a language; `isNear`: within the week, where a weekday is enough. */
export function datesOf(language: "en" | "pt-BR" | "es", day: number): string[] {
  const iso = new Date(day * DAY_MS).toISOString().slice(0, 10);
  const [year = "", month = "", ofMonth = ""] = iso.split("-");
  const [d, m] = [Number(ofMonth), Number(month)];
  const weekday = names(language, { weekday: "long" })(day);
  const monthName = names(language, { month: "long" })(day);
  const digits =
    language === "en"
      ? [`${month}/${ofMonth}/${year}`, `${m}/${d}`]
      : [`${ofMonth}/${month}/${year}`, `${d}/${m}`];
  const shared = [
    iso,
    ...digits,
    `${weekday} (${digits[1]})`,
    names(language, { dateStyle: "full" })(day),
    names(language, { dateStyle: "long" })(day),
  ];
  if (language === "en")
    return [
      ...shared,
      `${monthName} ${d}`,
      `${monthName} ${d}${ordinal(d)}, ${year}`,
      `${weekday}, ${monthName} ${d}${ordinal(d)}`,
      `${d} ${monthName.slice(0, 3)}`,
      `the ${d}${ordinal(d)} of ${monthName}`,
    ];
  return [
    ...shared,
    `${d} de ${monthName}`,
    `${d} de ${monthName} de ${year}`,
    `${weekday}, ${d} de ${monthName}`,
    `${weekday} ${d} de ${monthName}`,
    `${d}-${m}-${year}`,
    `${ofMonth}.${month}.${year}`,
  ];
}

function ordinal(day: number): string {
  if (day >= 11 && day <= 13) return "th";
  return ["th", "st", "nd", "rd"][day % 10] ?? "th";
}

/** Minutes from midnight. */
export function timesOf(language: "en" | "pt-BR" | "es", minutes: number): string[] {
  const [hour, minute] = [Math.floor(minutes / 60), String(minutes % 60).padStart(2, "0")];
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  const half = hour < 12 ? "am" : "pm";
  if (language === "en")
    return [
      `at ${twelve}:${minute} ${half}`,
      `at ${hour}:${minute}`,
      `at ${twelve}:${minute}${half}`,
      `at ${twelve}:${minute} ${half === "am" ? "a.m." : "p.m."}`,
    ];
  if (language === "es")
    return [
      `a las ${hour}:${minute}`,
      `a las ${String(hour).padStart(2, "0")}:${minute} h`,
      `a las ${twelve}:${minute} ${half}`,
    ];
  return [
    `às ${hour}h${minute}`,
    `às ${String(hour).padStart(2, "0")}:${minute}`,
    `às ${hour}:${minute}`,
    `às ${hour}h${minute}min`,
  ];
}

export function phonesOf(national: string): string[] {
  const [area, first, second] = [national.slice(0, 2), national.slice(2, 7), national.slice(7)];
  return [
    `+55${national}`,
    `+55 ${area} ${first}-${second}`,
    `(${area}) ${first}-${second}`,
    `${area} ${first} ${second}`,
    `0${area} ${first}.${second}`,
    `55 (${area}) ${first} ${second}`,
  ];
}

export const percentsOf = (percent: number): string[] => [
  `${percent}%`,
  `${percent} %`,
  `${percent} por cento`,
  `${percent} percent`,
];

export const linksOf = (link: string): string[] => [
  link,
  `https://${link}`,
  `http://www.${link}`,
  `(${link})`,
  `${link}.`,
];
