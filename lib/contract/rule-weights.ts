/** Between what a weight of a rule may be set, on both sides of the wire. From 90 on a rule alone holds a message. */
export const ruleWeightLimits = { min: 0, max: 100 } as const;
