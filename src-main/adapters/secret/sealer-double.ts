/** A desktop's sealing key in memory, for tests; it can be away, or be another desktop's. */
import type { Sealer } from '../../ports/sealer.ts';

export interface SealerDouble extends Sealer {
  name: string | undefined;
}

/** What is sealed by one is opened by none that has another `key`. */
export function createSealerDouble(key = 7): SealerDouble {
  const mask = (bytes: Uint8Array): Uint8Array => bytes.map((byte, at) => byte ^ ((key * (at + 3)) & 0xff));
  const mark = Uint8Array.of(key);
  return {
    name: 'gnome_libsecret',
    async keeper() {
      return this.name;
    },
    seal: async secret => Uint8Array.from([...mark, ...mask(secret)]),
    unseal: async sealed => {
      if (sealed[0] !== key) throw new Error('sealed with another key');
      return mask(sealed.slice(1));
    },
  };
}
