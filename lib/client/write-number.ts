import { locale } from "./texts/locale.ts";

const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

/** A number as people write it: 1,284. */
export const writeNumber = (value: number): string => whole.format(value);

/** The same with a decimal below ten. */
export const writeShort = (value: number): string => (value < 10 ? short : whole).format(value);
