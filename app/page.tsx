import { redirect } from "next/navigation";
import { accountsOf } from "@/lib/accounts/data";
import { signedIn } from "@/lib/gate";

export default async function HomePage() {
  const person = await signedIn();
  const [first] = await accountsOf(person.id);
  redirect(first ? `/${first.slug}/overview` : "/new-account");
}
