/** The icons: all sizes of one drawing, in containers that Windows and macOS read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { repository } from '../jarvis-program.ts';

const read = (name: string): Buffer => readFileSync(join(repository, 'resources/package', name));
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

describe('the icons', () => {
  it.each(sizes)('%s pixels: drawn in the middle, clear in the corners', size => {
    const { width, height, data } = PNG.sync.read(read(`icons/${size}x${size}.png`));
    expect([width, height]).toEqual([size, size]);
    expect(data[3]).toBe(0);
    expect(data[(size * (size / 2) + size / 2) * 4 + 3]).toBe(255);
  });

  it('of Windows hold each size once, where the list says', () => {
    const ico = read('icon.ico');
    const count = ico.readUInt16LE(4);
    const found = Array.from({ length: count }, (_, index) => {
      const at = 6 + index * 16;
      const png = ico.subarray(
        ico.readUInt32LE(at + 12),
        ico.readUInt32LE(at + 12) + ico.readUInt32LE(at + 8),
      );
      return [ico.readUInt8(at) || 256, PNG.sync.read(png).width];
    });
    expect(found).toEqual(sizes.filter(size => size <= 256).map(size => [size, size]));
  });

  it('of macOS fill their file, and hold the largest picture', () => {
    const icns = read('icon.icns');
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const widths = new Map<string, number>();
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      const png = icns.subarray(at + 8, at + icns.readUInt32BE(at + 4));
      widths.set(icns.toString('latin1', at, at + 4), PNG.sync.read(png).width);
    }
    expect(Object.fromEntries(widths)).toMatchObject({
      icp4: 16,
      ic11: 32,
      ic07: 128,
      ic08: 256,
      ic10: 1024,
    });
  });
});
