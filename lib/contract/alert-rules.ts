/** What may be announced, on both sides of the wire. Apart from the schemas, which a browser does not load. */

export const alertLimits = {
  titleCharacters: 100,
  bodyCharacters: 600,
  /** How many stand at a time. */
  current: 5,
} as const;
