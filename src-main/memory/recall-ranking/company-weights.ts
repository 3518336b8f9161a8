/**
 * Weights where the words tell something or ask for advice, and a memory is to keep them company: it need share no word and no
 * theme with them. Found by a logistic regression over these few features on the half of bench/memory/implied-links.jsonl that
 * is not kept aside, rounded; `coverage` and `names` are set by hand, so that "tell me of my trip to Lyon" finds Lyon first.
 */

export const companyBias = -7;
export const companyWeights: Readonly<Record<string, number>> = {
  fromMeanToBest: 5,
  consequence: 2.3,
  reaction: -2,
  asksAtEnd: -1.6,
  aroundToBest: -2.5,
  conceptHeld: -1,
  coverage: 2.5,
  names: 2,
  inTime: 1,
};
