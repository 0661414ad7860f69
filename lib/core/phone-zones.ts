/**
 * Zones that a phone number tells without doubt: countries with a single zone, and areas of the others.
 * The longest matching prefix counts. A country is left out when part of it lives by another clock and its mobile
 * numbers do not say where (Portugal, Spain, Mexico, Chile, Ecuador, the USA, ...).
 *
 * Sources: ITU-T E.164 country codes, IANA zone1970.tab; Brazil: Anatel's area codes. Area 97 is absent because
 * western Amazonas is an hour behind the rest of it.
 */
const ZONE_PREFIXES: Record<string, string> = {
  // Brazil, by area code
  "America/Sao_Paulo":
    "5511 5512 5513 5514 5515 5516 5517 5518 5519 5521 5522 5524 5527 5528 5531 5532 5533 5534 5535 5537 5538 5541 5542 5543 5544 5545 5546 5547 5548 5549 5551 5553 5554 5555 5561 5562 5564",
  "America/Araguaina": "5563",
  "America/Cuiaba": "5565 5566",
  "America/Campo_Grande": "5567",
  "America/Rio_Branco": "5568",
  "America/Porto_Velho": "5569",
  "America/Bahia": "5571 5573 5574 5575 5577",
  "America/Maceio": "5579 5582",
  "America/Recife": "5581 5587",
  "America/Noronha": "55813619",
  "America/Fortaleza": "5583 5584 5585 5586 5588 5589 5598 5599",
  "America/Belem": "5591 5596",
  "America/Santarem": "5593 5594",
  "America/Manaus": "5592",
  "America/Boa_Vista": "5595",
  // The rest of the Americas
  "America/Argentina/Buenos_Aires": "54",
  "America/Asuncion": "595",
  "America/Bogota": "57",
  "America/Caracas": "58",
  "America/Costa_Rica": "506",
  "America/El_Salvador": "503",
  "America/Guatemala": "502",
  "America/Havana": "53",
  "America/Jamaica": "1876 1658",
  "America/La_Paz": "591",
  "America/Lima": "51",
  "America/Managua": "505",
  "America/Montevideo": "598",
  "America/Panama": "507",
  "America/Puerto_Rico": "1787 1939",
  "America/Santo_Domingo": "1809 1829 1849",
  "America/Tegucigalpa": "504",
  // Europe; landlines only where mobile numbers are shared with islands
  "Atlantic/Azores": "351292 351295 351296",
  "Atlantic/Canary": "34822 34828 34922 34928",
  "Atlantic/Madeira": "351291",
  "Europe/Amsterdam": "31",
  "Europe/Athens": "30",
  "Europe/Berlin": "49",
  "Europe/Brussels": "32",
  "Europe/Bucharest": "40",
  "Europe/Budapest": "36",
  "Europe/Copenhagen": "45",
  "Europe/Dublin": "353",
  "Europe/Helsinki": "358",
  "Europe/Istanbul": "90",
  "Europe/Lisbon": "35121 35122 35123 35124 35125 35126 35127 35128",
  "Europe/London": "44",
  "Europe/Madrid": "3491 3493",
  "Europe/Oslo": "47",
  "Europe/Paris": "33",
  "Europe/Prague": "420",
  "Europe/Rome": "39",
  "Europe/Stockholm": "46",
  "Europe/Vienna": "43",
  "Europe/Warsaw": "48",
  "Europe/Zurich": "41",
  // Africa, Asia, Oceania
  "Africa/Cairo": "20",
  "Africa/Johannesburg": "27",
  "Africa/Lagos": "234",
  "Africa/Luanda": "244",
  "Africa/Maputo": "258",
  "Africa/Nairobi": "254",
  "Atlantic/Cape_Verde": "238",
  "Asia/Dubai": "971",
  "Asia/Hong_Kong": "852",
  "Asia/Karachi": "92",
  "Asia/Kathmandu": "977",
  "Asia/Kolkata": "91",
  "Asia/Manila": "63",
  "Asia/Riyadh": "966",
  "Asia/Seoul": "82",
  "Asia/Singapore": "65",
  "Asia/Taipei": "886",
  "Asia/Tokyo": "81",
};

const zoneByPrefix = new Map(
  Object.entries(ZONE_PREFIXES).flatMap(([zone, prefixes]) =>
    prefixes.split(" ").map((prefix): [string, string] => [prefix, zone]),
  ),
);
const longestPrefix = Math.max(...[...zoneByPrefix.keys()].map((prefix) => prefix.length));

/** The zone of a phone number in E.164 (`+5511987654321`), or null when it may lie in several. */
export function zoneOfPhone(phone: string): string | null {
  if (!phone.startsWith("+")) return null;
  for (let length = longestPrefix; length > 0; length--) {
    const zone = zoneByPrefix.get(phone.slice(1, 1 + length));
    if (zone) return zone;
  }
  return null;
}
