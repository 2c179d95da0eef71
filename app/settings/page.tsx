import { redirect } from "next/navigation";
import { member } from "../visitor.ts";

/** The settings begin with the account. */
const SettingsPage = async () => {
  await member();
  redirect("/settings/account");
};

export default SettingsPage;
