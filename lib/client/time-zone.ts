/** The cookie by which the server knows the reader's zone, so that its first markup shows the right times. */
export const timeZoneCookie = "time-zone";

const isTimeZone = (name: string) => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
};

/** The zone of the cookie, or UTC when there is none or one that does not exist. */
export const timeZoneOf = (cookie: string | undefined): string => (cookie && isTimeZone(cookie) ? cookie : "UTC");
