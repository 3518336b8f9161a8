/** What a new version says of itself before it takes the place of the old one. */

/** Opens what differs among machines, the native database, in memory. Throws what the system says when it cannot. */
export async function selfCheck(version: string): Promise<string> {
  const { default: Database } = await import('better-sqlite3-multiple-ciphers');
  const database = new Database(':memory:');
  try {
    database.exec('CREATE TABLE trial (value INTEGER); INSERT INTO trial VALUES (1)');
  } finally {
    database.close();
  }
  return `jarvis ${version}`;
}
