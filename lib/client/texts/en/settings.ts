/** The pages of one's own account. */
export const settings = {
  title: "Settings",
  navigation: "Settings",
  places: {
    account: "Account",
    devices: "Devices",
    privacy: "Privacy",
    blocked: "Blocked and muted",
  },
  account: {
    title: "Account",
    nameTitle: "Name",
  },
} as const;
