/** Endings of domains that occur in messages; with a path behind it any ending counts. */
export const ENDINGS: ReadonlySet<string> = new Set(
  (
    "com net org info biz name pro mobi edu gov mil int io co me ly gl gle app dev ai tv cc ws gg to sh so st is im fm am ms " +
    "online site shop store xyz link click top page web tech club live vip news blog cloud digital fun space website " +
    "world today life agency media network email group team company solutions services center centre support help " +
    "bank money finance financial loan loans credit cash tax legal law health clinic dental care school academy courses " +
    "education store market sale deals promo win bid gift shopping fashion design studio art photo video games bet casino " +
    "chat social pay card cards fit bar cafe rest restaurant pizza food delivery travel tours hotel house homes rent rentals " +
    "eco green energy bio farm garden pet pets dog cat auto cars car bike moto parts tools systems software host hosting " +
    "icu cyou buzz monster quest sbs cfd rest lol lat zip mov su ru cn us uk br pt es mx ar cl pe uy py bo ec ve pa cr gt hn " +
    "sv ni cu do pr eu de fr it ca au nz jp kr nl be ch at pl se no dk fi cz sk hu ro bg gr tr il ae sa ng ke gh za eg ma in " +
    "pk bd lk sg hk tw id th vn ph my ua by kz ge az am ie lu li lv lt ee is mt cy hr si rs me ba mk al la tk ml ga cf gq"
  ).split(" "),
);

/** How an address is spelled out to hide it: `pag ponto com`, `user (at) x dot com`. */
export const SPELLED_DOTS: ReadonlySet<string> = new Set(["ponto", "punto", "dot", "pto"]);
export const SPELLED_ATS: ReadonlySet<string> = new Set(["at", "arroba"]);
/** The endings that are spelled out. */
export const SPELLED_ENDINGS: ReadonlySet<string> = new Set(
  "com net org br io app me co ly link site online shop store xyz info es mx ar pt".split(" "),
);
/** `a certo ponto com você` hides nothing. */
export const BEFORE_A_POINT: ReadonlySet<string> = new Set(
  "certo esse este nesse neste desse deste um ao tal determinado que qual no do primeiro outro unico o cada meu seu mesmo".split(
    " ",
  ),
);
