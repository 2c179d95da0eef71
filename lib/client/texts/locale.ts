/** The language of the texts, and of every date, price and plural. */
export const locale = "en-GB";
