/**
 * What applies when a confirmed booking is cancelled. Each booking keeps the words of the day on which it was requested, so a
 * change here changes no promise that was made.
 */
export const CANCELLATION_POLICY =
  "Until 30 days before the first day, either side may cancel a confirmed booking at no cost. After that, a student who cancels " +
  "owes one month's rent, less what the landlord earns by letting the room to somebody else. A landlord who cancels gives back " +
  "everything that was paid. The deposit is given back in full in every case.";
