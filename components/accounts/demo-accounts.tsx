"use client";

import { useTranslations } from "use-intl";

const accounts = [
  { who: "student", email: "student1@uninest.test" },
  { who: "landlord", email: "landlord1@uninest.test" },
  { who: "admin", email: "admin@uninest.test" },
] as const;

type DemoAccountsProps = { password: string; onChoose: (account: { email: string; password: string }) => void };

/** The people of the demo, each filled into the form by one press. */
export const DemoAccounts = ({ password, onChoose }: DemoAccountsProps) => {
  const t = useTranslations("accounts.demo");
  return (
    <section aria-labelledby="demo-title" className="mt-6 grid gap-2 border-t pt-5 text-sm">
      <h2 id="demo-title" className="font-semibold">
        {t("title")}
      </h2>
      <p className="text-text-2">
        {t.rich("lead", { password: () => <code className="rounded bg-surface-2 px-1 py-0.5">{password}</code> })}
      </p>
      <ul className="grid gap-1">
        {accounts.map(({ who, email }) => (
          <li key={email}>
            <button
              type="button"
              aria-label={t("use", { email })}
              onClick={() => onChoose({ email, password })}
              className="flex min-h-11 w-full items-center justify-between gap-3 rounded-card px-2.5 text-left hover:bg-surface-2 md:min-h-9"
            >
              <span className="text-text-2">{t(who)}</span>
              <span className="font-medium">{email}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
