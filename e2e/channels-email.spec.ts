import type { Page } from "@playwright/test";
import { startImapStub } from "./stubs/imap-server";
import type { ReceivedMail } from "./stubs/mail-parts";
import { startSmtpStub } from "./stubs/smtp-server";
import { addContact, addInbox, fillInbox, openContact, saveInbox, signUp, unfold } from "./support/account";
import { enrollContact, open, openRuns, publishSequence } from "./support/acts";
import { findingsInBothThemes } from "./support/axe";
import { expect, test } from "./support/fixtures";

const ACCOUNT = { user: "sales", password: "secret" };
const MAILBOX = "Sales mailbox";

async function addMailbox(page: Page, { smtp, imap }: { smtp: number; imap?: number }) {
  await addInbox(page, "Email over SMTP");
  await fillInbox(page, { Name: MAILBOX, Server: "127.0.0.1", Port: String(smtp) });
  await page.getByLabel("Encryption", { exact: true }).selectOption("none");
  await fillInbox(page, {
    "User name": ACCOUNT.user,
    Password: ACCOUNT.password,
    "Sender address": "sales@example.com",
  });
  if (imap) {
    await unfold(page, "Replies (IMAP)");
    await fillInbox(page, { "Mail server for reading": "127.0.0.1", "Port for reading": String(imap) });
    await page.getByLabel("Encryption for reading").selectOption("none");
  }
  await saveInbox(page);
}

const STEPS = [
  {
    text: "Hello {{ contact.first_name }}, a word about your quote.",
    subject: "Your quote",
    channel: "email",
  },
  {
    ...{ text: "Any news?", subject: "Your quote", channel: "email" },
    wait: { amount: 2, unit: "days" },
  },
];

test("a mail offers one click to unsubscribe, and only the click does it", async ({ visitor: page }) => {
  const smtp = await startSmtpStub(ACCOUNT);
  try {
    await signUp(page);
    await addMailbox(page, { smtp: smtp.port });
    await addContact(page, { name: "Mara Reis", email: "mara@example.com" });
    await publishSequence(page, { name: "By mail", steps: STEPS });
    await enrollContact(page, { contact: "Mara Reis", sequence: "By mail" });
    await expect.poll(() => smtp.mails.length).toBe(1);
    const [mail] = smtp.mails;
    expect(mail?.headers["list-unsubscribe-post"]).toBe("List-Unsubscribe=One-Click");
    const link = linkOf(mail);

    // Scanners open every link; a person reads the page first.
    const reader = await page.context().newPage();
    await reader.goto(link);
    await expect(reader.getByRole("heading", { level: 1 })).toContainText("No more mails");
    expect(await findingsInBothThemes(reader, "unsubscribing")).toEqual([]);
    await expect(await openRuns(page, "Mara Reis")).toContainText("Active");
    await reader.getByRole("button", { name: "Unsubscribe" }).click();
    await expect(reader.getByRole("heading", { level: 1, name: "You are unsubscribed" })).toBeVisible();
    await expect(await openRuns(page, "Mara Reis")).toContainText("Opted out");
    await openContact(page, "Mara Reis");
    await expect(
      page.getByRole("region", { name: "Messages" }).getByText("Opted out of Email").first(),
    ).toBeVisible();
    await expect(
      page.getByRole("region", { name: "Consent log" }).getByText("by the link in a mail").first(),
    ).toBeVisible();
    expect(smtp.mails).toHaveLength(1);
  } finally {
    await smtp.close();
  }
});

test("an answer that arrives in the mailbox ends the run and stands in the thread without what it quotes", async ({
  visitor: page,
}) => {
  const smtp = await startSmtpStub(ACCOUNT);
  const imap = await startImapStub(ACCOUNT);
  try {
    await signUp(page);
    await addMailbox(page, { smtp: smtp.port, imap: imap.port });
    await addContact(page, { name: "Tomas Vale", email: "tomas@example.com" });
    await publishSequence(page, { name: "By mailbox", steps: STEPS });
    await enrollContact(page, { contact: "Tomas Vale", sequence: "By mailbox" });
    await expect.poll(() => smtp.mails.length).toBe(1);
    // Mailboxes are looked for every few seconds.
    await expect.poll(() => imap.readers().now).toBe(1);

    imap.deliver(
      answerTo(smtp.mails[0], { from: "Tomas Vale <tomas@example.com>", text: "Yes, send it over." }),
    );
    const run = await openRuns(page, "Tomas Vale");
    await expect(run).toContainText("Replied");
    await open(page, "Conversations");
    await page
      .getByRole("list", { name: "Conversations" })
      .getByRole("button", { name: "Tomas Vale" })
      .click();
    const thread = page.getByRole("log", { name: "Messages" });
    const answer = thread.getByRole("listitem").filter({ hasText: "Yes, send it over." });
    await expect(answer).toBeVisible();
    await expect(answer).not.toContainText("a word about your quote");
    expect(smtp.mails).toHaveLength(1);
  } finally {
    await imap.close();
    await smtp.close();
  }
});

function linkOf(mail: ReceivedMail | undefined): string {
  const link = /<(https?:[^>]+)>/.exec(mail?.headers["list-unsubscribe"] ?? "")?.[1];
  if (!link) throw new Error("The mail has no link to unsubscribe.");
  return link;
}

/** As a mail program writes it: the answer on top, what it answers quoted below. */
function answerTo(mail: ReceivedMail | undefined, { from, text }: { from: string; text: string }): string {
  const id = mail?.headers["message-id"] ?? "";
  const quoted = (mail?.text ?? "").split("\n").map((line) => `> ${line.trimEnd()}`);
  return [
    `From: ${from}`,
    "To: sales@example.com",
    `Subject: Re: ${mail?.headers.subject}`,
    `Date: ${new Date().toUTCString()}`,
    `Message-ID: <answer-${Date.now()}@example.com>`,
    `In-Reply-To: ${id}`,
    `References: ${id}`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "",
    text,
    "",
    "On Mon, 23 Nov 2026 at 10:00, Sales <sales@example.com> wrote:",
    ...quoted,
    "",
  ].join("\r\n");
}
