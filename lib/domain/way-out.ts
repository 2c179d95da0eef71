import type { MailKind } from "#lib/contract/notification-preferences.ts";
import { unsubscribeToken } from "./notifications/unsubscribe-token.ts";
import type { Mail } from "./ports.ts";

type Given = { userId: string; origin: string; linkKey: string };

/** With a link that ends such mails: one for people, and one for their mail program's button. */
export const withWayOut = (mail: Mail, { userId, origin, linkKey }: Given, kind: MailKind): Mail => {
  const token = unsubscribeToken(linkKey, userId, kind);
  const [page, post] = [`${origin}/unsubscribe#token=${token}`, `${origin}/api/notifications/unsubscribe?token=${token}`];
  return {
    ...mail,
    text: `${mail.text}\nNo more of these mails: ${page}\n`,
    html: mail.html.replace(
      "</body>",
      `<p style="text-align:center;font-size:13px"><a href="${page}" style="color:#4a5651">No more of these mails</a></p>\n</body>`,
    ),
    unsubscribe: post,
  };
};
