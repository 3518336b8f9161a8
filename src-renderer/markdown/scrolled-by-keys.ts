/** For what may be wider than its place: whoever has no mouse reaches it and scrolls it with the arrow keys. */
export const scrolledByKeys = { tabIndex: 0 } as const;
