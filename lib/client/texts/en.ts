import { accounts } from "./en/accounts.ts";
import { admin } from "./en/admin.ts";
import { alerts } from "./en/alerts.ts";
import { audit } from "./en/audit.ts";
import { bookings } from "./en/bookings.ts";
import { common } from "./en/common.ts";
import { emoji } from "./en/emoji.ts";
import { failure } from "./en/failure.ts";
import { files } from "./en/files.ts";
import { groups } from "./en/groups.ts";
import { homes } from "./en/homes.ts";
import { housing } from "./en/housing.ts";
import { inbox } from "./en/inbox.ts";
import { jobs } from "./en/jobs.ts";
import { moderation } from "./en/moderation.ts";
import { notifications } from "./en/notifications.ts";
import { overview } from "./en/overview.ts";
import { people } from "./en/people.ts";
import { replies } from "./en/replies.ts";
import { rules } from "./en/rules.ts";
import { safety } from "./en/safety.ts";
import { search } from "./en/search.ts";
import { settings } from "./en/settings.ts";
import { shell } from "./en/shell.ts";
import { viewings } from "./en/viewings.ts";

/** Every English text of the page, by subject. Another language is a file of the same shape. */
const en = {
  common,
  shell,
  accounts,
  failure,
  housing,
  homes,
  inbox,
  files,
  emoji,
  groups,
  search,
  bookings,
  viewings,
  notifications,
  replies,
  safety,
  settings,
  alerts,
  moderation,
  audit,
  admin,
  jobs,
  overview,
  rules,
  people,
} as const;

declare module "use-intl" {
  // Makes the compiler check every key and argument of `useTranslations`.
  interface AppConfig {
    Locale: "en-GB";
    Messages: typeof en;
  }
}

export default en;
