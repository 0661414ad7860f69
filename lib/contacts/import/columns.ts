import * as z from "zod";

export const CONTACT_FIELDS = ["name", "firstName", "phone", "email", "timeZone", "tags"] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

const attributeTarget = /^attribute:[a-z][a-z0-9_]{0,39}$/;

/** What one column of the file becomes: nothing, a field of the contact, or `attribute:<key>`. */
const targetSchema = z.union([z.enum(["ignore", ...CONTACT_FIELDS]), z.string().regex(attributeTarget)]);
export type ColumnTarget = z.infer<typeof targetSchema>;

/** One target per column, in the file's order. Messages are keys of messages/<language>/errors.json. */
export const mappingSchema = z
  .array(targetSchema)
  .min(1)
  .max(100)
  .refine((targets) => targets.includes("phone") || targets.includes("email"), {
    error: "csv_no_address_column",
  })
  .refine((targets) => !hasRepeated(targets), { error: "csv_repeated_target" });
export type Mapping = z.infer<typeof mappingSchema>;

/** Header names in English, Portuguese and Spanish, without accents and punctuation. */
const KNOWN_HEADERS: Record<ContactField, string[]> = {
  firstName: ["first name", "firstname", "given name", "primeiro nome", "primer nombre", "nombre de pila"],
  name: [
    ...["name", "full name", "contact", "contact name", "customer", "customer name", "client"],
    ...["nome", "nome completo", "contato", "cliente", "nome do cliente"],
    ...["nombre", "nombre completo", "contacto", "nombre y apellido", "nombre del cliente"],
  ],
  phone: [
    ...[
      "phone",
      "phone number",
      "telephone",
      "mobile",
      "mobile number",
      "mobile phone",
      "cell",
      "cell phone",
      "tel",
    ],
    ...["telefone", "celular", "fone", "numero", "numero de telefone", "telemovel"],
    ...["telefono", "movil", "numero de telefono", "whatsapp", "whatsapp number", "numero de whatsapp"],
  ],
  email: ["email", "e mail", "mail", "email address", "endereco de email", "correo", "correo electronico"],
  tags: ["tags", "tag", "labels", "label", "etiquetas", "etiqueta", "marcadores", "marcador"],
  timeZone: ["time zone", "timezone", "tz", "fuso", "fuso horario", "zona horaria", "huso horario"],
};

/** A first mapping for the person to correct. Each field is guessed once; other named columns become attributes. */
export function guessMapping(columns: string[]): ColumnTarget[] {
  const taken = new Set<string>();
  const take = (target: ColumnTarget): ColumnTarget => {
    if (target === "ignore" || taken.has(target)) return "ignore";
    taken.add(target);
    return target;
  };
  return columns.map((column) => {
    const plain = plainHeader(column);
    const field = CONTACT_FIELDS.find((each) => KNOWN_HEADERS[each].includes(plain));
    return take(field ?? attributeTargetOf(column));
  });
}

/** `Plan (2026)` becomes `attribute:plan_2026`; a header without letters becomes `ignore`. */
export function attributeTargetOf(column: string): ColumnTarget {
  const key = plainHeader(column)
    .replaceAll(" ", "_")
    .replace(/^[^a-z]+/, "")
    .slice(0, 40)
    .replace(/_+$/, "");
  return key ? `attribute:${key}` : "ignore";
}

const plainHeader = (column: string): string =>
  column
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

function hasRepeated(targets: ColumnTarget[]): boolean {
  const used = targets.filter((target) => target !== "ignore");
  return new Set(used).size < used.length;
}
