/**
 * End-to-end tests that run two at a time: they wait more than they work, and nothing in them depends on how fast the
 * machine is. Those with sound, kills, pictures or ten thousand of something run alone.
 */
export const besideOthers: readonly string[] = [
  'test/conversation-room.e2e.test.ts',
  'test/frame.e2e.test.ts',
  'test/journey.e2e.test.ts',
  'test/knowledge.e2e.test.ts',
  'test/memory.e2e.test.ts',
  'test/memory-explorer.e2e.test.ts',
  'test/memory-forget-scan.e2e.test.ts',
  'test/memory-private-scan.e2e.test.ts',
  'test/memory-turns.e2e.test.ts',
  'test/model-downloads.e2e.test.ts',
  'test/model-faults.e2e.test.ts',
  'test/now-room.e2e.test.ts',
  'test/interface/access.e2e.test.ts',
  'test/interface/first-field.e2e.test.ts',
  'test/interface/rooms.e2e.test.ts',
  'test/settings.e2e.test.ts',
  'test/system-room.e2e.test.ts',
];
