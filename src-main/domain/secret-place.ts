/** The places in which the keys of a data folder can lie. */

/** `desktop`: sealed by the desktop program, with a key that the system keeps for it. */
export const secretPlaces = ['keychain', 'desktop', 'file', 'passphrase'] as const;
export type SecretPlace = (typeof secretPlaces)[number];
