import { beforeAll, describe, expect, it } from "vitest";
import { makeAccount } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { signUpMember, type Visitor } from "@/scripts/test/sign-in";
import {
  changeGeneralAction,
  changeHolidaysAction,
  changeRunRulesAction,
  changeSendingHoursAction,
} from "./actions";
import { settingsOf } from "./data";
import { changeSettings } from "./mutations";

useTestDatabase();

const NOW = new Date("2026-11-20T12:00:00Z");
const general = {
  timeZone: "Europe/Lisbon",
  useContactZone: true,
  locale: "pt-BR",
  country: "PT",
  currency: "EUR",
} as const;
const week = (...days: { from: string; to: string }[][]) =>
  Array.from({ length: 7 }, (_, index) => days[index] ?? []);

let accountId: AccountId;
let account: string;
let administrator: Visitor;

beforeAll(async () => {
  accountId = await makeAccount();
  account = `t-${accountId}`;
  administrator = await signUpMember(accountId, "administrator");
});

describe("general settings", () => {
  it("are kept, and leave the others alone", async () => {
    const before = await settingsOf(accountId);
    await administrator.ask(() => changeGeneralAction({ account, ...general }));
    expect(await settingsOf(accountId)).toEqual({ ...before, ...general });
  });

  it.each([
    ["timeZone", "Mars/Olympus", /no time zone called “Mars\/Olympus”/],
    ["timeZone", "+03:00", /no time zone/],
    ["timeZone", "", /no time zone/],
    ["country", "XX", /country/],
    ["currency", "ABC", /currency/],
  ] as const)("refuse the %s %s with a sentence at the field", async (field, value, sentence) => {
    const before = await settingsOf(accountId);
    const result = await administrator.ask(() =>
      changeGeneralAction({ account, ...general, [field]: value }),
    );
    expect(result.validationErrors?.fieldErrors[field]?.[0]).toMatch(sentence);
    expect(await settingsOf(accountId)).toEqual(before);
  });
});

describe("the rules of runs", () => {
  const rules = { takeover: { does: "end" as const, hours: 12 }, attributionDays: 14, stalledDays: 30 };

  it("are kept, and other settings that are saved later leave them as they are", async () => {
    await changeSettings(accountId, {
      settings: { limits: { perDay: 2, perWeek: null, gapMinutes: 60 } },
      now: NOW,
    });
    await administrator.ask(() => changeRunRulesAction({ account, ...rules }));
    await administrator.ask(() => changeGeneralAction({ account, ...general }));
    expect(await settingsOf(accountId)).toMatchObject({ ...rules, limits: { perDay: 2, gapMinutes: 60 } });
  });

  it.each([
    ["attributionDays", 0],
    ["stalledDays", 400],
    ["takeover", { does: "pause" as const, hours: 0 }],
  ] as const)("refuse %s of %o", async (field, value) => {
    const before = await settingsOf(accountId);
    const result = await administrator.ask(() => changeRunRulesAction({ account, ...rules, [field]: value }));
    expect(result.validationErrors).toBeDefined();
    expect(await settingsOf(accountId)).toEqual(before);
  });
});

describe("quiet hours", () => {
  it("are kept per weekday", async () => {
    const sendingHours = week([
      { from: "08:00", to: "12:00" },
      { from: "14:00", to: "00:00" },
    ]);
    await administrator.ask(() => changeSendingHoursAction({ account, sendingHours }));
    expect((await settingsOf(accountId)).sendingHours).toEqual(sendingHours);
  });

  it.each([
    ["end before they start", week([{ from: "20:00", to: "08:00" }]), /start before its end/],
    ["are empty", week([{ from: "08:00", to: "08:00" }]), /start before its end/],
    [
      "overlap",
      week([
        { from: "08:00", to: "12:00" },
        { from: "11:00", to: "13:00" },
      ]),
      /overlap/,
    ],
    [
      "run past midnight into another",
      week([
        { from: "20:00", to: "00:00" },
        { from: "22:00", to: "23:00" },
      ]),
      /overlap/,
    ],
    ["never open", week(), /at least one day/],
  ])("are refused when periods %s", async (_, sendingHours, sentence) => {
    const result = await administrator.ask(() => changeSendingHoursAction({ account, sendingHours }));
    expect(result.validationErrors?.fieldErrors.sendingHours?.[0]).toMatch(sentence);
  });

  it("are refused with a sentence when a time is none", async () => {
    const sendingHours = week([{ from: "25:00", to: "26:00" }]);
    const result = await administrator.ask(() => changeSendingHoursAction({ account, sendingHours }));
    expect(result.validationErrors?.formErrors).toHaveLength(1);
  });
});

describe("holidays", () => {
  it("are kept in the order of the year", async () => {
    const [later, sooner] = [
      { date: "2026-12-25", name: "Natal" },
      { date: "2026-11-20", name: "Consciência Negra" },
    ];
    await administrator.ask(() => changeHolidaysAction({ account, holidays: [later, sooner] }));
    expect((await settingsOf(accountId)).holidays).toEqual([sooner, later]);
  });

  it("are refused when a day stands twice or does not exist", async () => {
    const day = { date: "2026-12-25", name: "" };
    const twice = await administrator.ask(() => changeHolidaysAction({ account, holidays: [day, day] }));
    expect(twice.validationErrors?.fieldErrors.holidays).toEqual(["The same day is listed twice."]);
    const none = { date: "2026-02-30", name: "" };
    const unreal = await administrator.ask(() => changeHolidaysAction({ account, holidays: [none] }));
    expect(unreal.validationErrors?.formErrors).toHaveLength(1);
  });
});

describe("two people who change different parts at once", () => {
  it("both succeed", async () => {
    const id = await makeAccount();
    const holidays = [{ date: "2027-01-01", name: "New Year" }];
    await Promise.all([
      changeSettings(id, { settings: { timeZone: "Asia/Tokyo" }, now: NOW }),
      changeSettings(id, { settings: { holidays }, now: NOW }),
      changeSettings(id, { settings: { currency: "JPY" }, now: NOW }),
    ]);
    expect(await settingsOf(id)).toMatchObject({ timeZone: "Asia/Tokyo", holidays, currency: "JPY" });
  });
});

describe("a manager", () => {
  it("sees the settings and may not change them", async () => {
    const manager = await signUpMember(accountId, "manager");
    const result = await manager.ask(() => changeGeneralAction({ account, ...general }));
    expect(result.serverError).toMatchObject({
      code: "forbidden",
      message: "Your role does not allow this.",
    });
  });
});
