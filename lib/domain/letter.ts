import { escaped } from "./html.ts";
import type { Mail } from "./ports.ts";

export type Addressed = Pick<Mail, "id" | "to">;
type Words = { subject: string; lead: string; action: string; link: string; rest: string };

/**
 * A short letter with one link in it. Nothing that people wrote gets into it: whoever registers with somebody else's
 * address must not be able to make us tell them things.
 */
export const letter = ({ id, to }: Addressed, { subject, lead, action, link, rest }: Words): Mail => ({
  id,
  to,
  subject,
  text: `Hello,\n\n${lead}\n\n${action}:\n${link}\n\n${rest}\n\nUniNest\n`,
  html: `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<body style="margin:0;padding:24px;background:#f6f8f7;color:#1d2622;font:16px/1.5 system-ui,sans-serif">
<div style="max-width:480px;margin:0 auto;padding:24px;background:#fff;border:1px solid #dfe5e2;border-radius:12px">
<p style="margin-top:0"><strong>UniNest</strong></p>
<p>Hello,</p>
<p>${escaped(lead)}</p>
<p><a href="${escaped(link)}" style="display:inline-block;padding:11px 18px;border-radius:10px;background:#0b6b4b;color:#fff;font-weight:600;text-decoration:none">${escaped(action)}</a></p>
<p style="font-size:14px;color:#4a5651">If the button does nothing, copy this address into your browser:<br><span style="word-break:break-all">${escaped(link)}</span></p>
<p style="margin-bottom:0;font-size:14px;color:#4a5651">${escaped(rest)}</p>
</div>
</body>
</html>
`,
});
