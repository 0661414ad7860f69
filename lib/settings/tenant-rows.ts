import type { TenantRows } from "@/scripts/test/tenant";
import {
  changeGeneralAction,
  changeHolidaysAction,
  changeLimitsAction,
  changeRunRulesAction,
  changeSendingHoursAction,
  changeUnclearAction,
} from "./actions";

const nightOnly = Array.from({ length: 7 }, () => [{ from: "22:00", to: "23:00" }]);

export const tenantRows: TenantRows = {
  changeGeneralAction: (account) =>
    changeGeneralAction({
      account,
      timeZone: "Asia/Tokyo",
      useContactZone: true,
      locale: "es",
      country: "JP",
      currency: "JPY",
    }),
  changeSendingHoursAction: (account) => changeSendingHoursAction({ account, sendingHours: nightOnly }),
  changeLimitsAction: (account) =>
    changeLimitsAction({ account, limits: { perDay: 1, perWeek: null, gapMinutes: null } }),
  changeRunRulesAction: (account) =>
    changeRunRulesAction({
      account,
      takeover: { does: "end", hours: 1 },
      attributionDays: 1,
      stalledDays: 1,
    }),
  changeUnclearAction: (account) => changeUnclearAction({ account, unknownAfterHours: 9 }),
  changeHolidaysAction: (account) =>
    changeHolidaysAction({ account, holidays: [{ date: "2027-01-01", name: "New Year" }] }),
};
