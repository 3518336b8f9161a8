/** The pages of the memory room. */
export const memoryParts = ['search', 'nights', 'documents', 'keeping'] as const;
export type MemoryPart = (typeof memoryParts)[number];

export const memoryPartOf = (part: string | undefined): MemoryPart =>
  memoryParts.find(one => one === part) ?? 'search';
