const AMOUNT = /^\d{1,6}([.,]\d{1,2})?$/;

/** '650' or '650.50' euros, as people write them, in cents; NaN for anything else. */
export const centsOf = (euros: string): number =>
  AMOUNT.test(euros.trim()) ? Math.round(Number(euros.trim().replace(",", ".")) * 100) : Number.NaN;

/** Cents as the text of a field: `650`, `650.50`. */
export const eurosOf = (cents: number): string => (cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2));
