/** The package keeps better-sqlite3's interface, and its own types cannot be found through its exports. */
declare module 'better-sqlite3-multiple-ciphers' {
  import Database from 'better-sqlite3';
  export = Database;
}
