/** Names of currencies, known only so that a question about exchange rates is refused honestly. */
const names =
  /^(?:us |american |canadian |australian |swiss |british |hong kong |new zealand )?(?:euros?|eur|€|dollars?|usd|\$|bucks?|pounds?|gbp|£|quid|yens?|jpy|¥|francs?|chf|yuans?|renminbi|rmb|cny|roubles?|rubles?|roupies?|rupees?|pesos?|reals?|reais|couronnes?|crowns?|kron(?:er|or|a)s?|zlotys?|dirhams?|dinars?|rand|wons?|livres?|lires?|bitcoins?|btc|ethereums?|eth|forints?|shekels?|bahts?|cad|aud|sek|nok|pln|inr)(?: (?:sterlings?|americains?|us|canadiens?|australiens?|suisses?|cfa|turques?|japonais|chinois|britanniques?|anglais|anglaises?|suedoises?|norvegiennes?|danoises?|marocains?|tunisiens?|algeriens?|mexicains?|indiennes?|russes?|de hong kong))?$/;

/** True for the name or sign of a currency (folded words). */
export const isCurrency = (text: string): boolean =>
  names.test(
    text
      .replace(/[,:]/g, '')
      .replace(/^(?:the |les? |l |la |des |du |en )/, '')
      .trim(),
  );

/** "100 euros", "$ 20", "a dollar": an amount of money. */
export function isMoney(text: string): boolean {
  const words = text.replace(/[,:]/g, '').trim();
  const after = /^(?:\d+(?:\.\d+)?|une?|an?|one|cette? somme de \d+) (?:de |d )?(.+)$/.exec(words);
  if (after) return isCurrency(after[1] ?? '');
  return /^[€$£¥] \d+(?:\.\d+)?$/.test(words);
}
