"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";

type PasswordFieldProps = Omit<ComponentProps<typeof TextField>, "type" | "end" | "label"> & {
  /** 'Password', unless it is one of several. */
  label?: string;
};

/** A password that can be shown, so that it can be checked while it is written. */
export const PasswordField = ({ label, ...props }: PasswordFieldProps) => {
  const t = useTranslations("accounts");
  const [shown, setShown] = useState(false);
  const icon = shown ? <EyeOff aria-hidden="true" className="size-5" /> : <Eye aria-hidden="true" className="size-5" />;
  return (
    <TextField
      {...props}
      label={label ?? t("password")}
      type={shown ? "text" : "password"}
      autoCapitalize="none"
      spellCheck={false}
      end={<IconButton label={t(shown ? "hidePassword" : "showPassword")} icon={icon} onClick={() => setShown(!shown)} />}
    />
  );
};
