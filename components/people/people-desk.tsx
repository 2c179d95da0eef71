"use client";

import { UserSearch } from "lucide-react";
import { useTranslations } from "use-intl";
import { DeskList } from "#components/admin/desk-list.tsx";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LiveFields } from "#components/ui/live-fields.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFoundPeople } from "#lib/client/use-found-people.ts";
import type { PeoplePage } from "#lib/contract/people.ts";
import { PersonRow } from "./person-row.tsx";

const rolesOf = { admin: ["student", "landlord", "moderator", "admin"], moderator: ["student", "landlord"] } as const;
const standings = ["banned", "silenced"] as const;

type PeopleDeskProps = { initial: PeoplePage; viewer: keyof typeof rolesOf };

const NobodyFound = ({ isEverybody }: { isEverybody: boolean }) => {
  const t = useTranslations("people");
  const icon = <UserSearch className="size-7" />;
  const words = isEverybody ? "emptyEverybody" : "empty";
  return <EmptyState icon={icon} heading="h3" title={t(`${words}Title`)} body={t(`${words}Body`)} className="py-4" />;
};

/** Where those who look after the house find people. */
export const PeopleDesk = ({ initial, viewer }: PeopleDeskProps) => {
  const t = useTranslations("people");
  const roleWords = useTranslations("shell.account.role");
  const { wanted, setWanted, isEverybody, items, isCurrent, isStale, more } = useFoundPeople(initial);
  const roles = rolesOf[viewer];
  return (
    <SettingsSection title={t("listTitle")}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <search className="grid gap-3 md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
          <LiveFields>
            <TextField
              type="search"
              name="q"
              label={t("search")}
              placeholder={t("searchHint")}
              autoComplete="off"
              maxLength={100}
              value={wanted.q}
              onChange={({ target }) => setWanted({ ...wanted, q: target.value })}
            />
            <SelectField
              label={t("role")}
              value={wanted.role}
              options={[{ value: "", label: t("anyRole") }, ...roles.map((value) => ({ value, label: roleWords(value) }))]}
              onChange={(value) => setWanted({ ...wanted, role: roles.find((role) => role === value) ?? "" })}
            />
            <SelectField
              label={t("standing")}
              value={wanted.standing}
              options={[{ value: "", label: t("anyStanding") }, ...standings.map((value) => ({ value, label: t(value) }))]}
              onChange={(value) => setWanted({ ...wanted, standing: standings.find((one) => one === value) ?? "" })}
            />
          </LiveFields>
        </search>
        <div aria-busy={!isCurrent} className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <DeskList
            label={t("list")}
            isEmpty={items.length === 0 && isCurrent}
            empty={<NobodyFound isEverybody={isEverybody} />}
            problem={isStale && t("stale")}
            more={more}
            moreLabel={t("more")}
            moreFailed={t("moreFailed")}
          >
            {items.map((person) => (
              <PersonRow key={person.id} person={person} />
            ))}
          </DeskList>
        </div>
      </div>
    </SettingsSection>
  );
};
