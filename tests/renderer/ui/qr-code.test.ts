import { describe, expect, it } from 'vitest';
import { qrPath } from '../../../renderer/ui/qr-code.tsx';

const ADDRESS =
  'https://www.comune.milano.it/policy/privacy/informativa-privacy-servizio-sociale-primo-livello';

describe('the QR code of an address', () => {
  const { path, side } = qrPath(ADDRESS);
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));

  it('has a light border of four modules, without which telephones may not find it', () => {
    for (const module of dark) {
      for (const at of module.split(' ').map(Number)) {
        expect(at).toBeGreaterThanOrEqual(4);
        expect(at).toBeLessThan(side - 4);
      }
    }
  });

  it('has its three corner squares', () => {
    const last = side - 5;
    const cornersAt = [
      [4, 4],
      [last - 6, 4],
      [4, last - 6],
    ] as const;
    for (const [x, y] of cornersAt) {
      for (let step = 0; step < 7; step += 1) {
        expect(dark.has(`${x + step} ${y}`)).toBe(true);
        expect(dark.has(`${x} ${y + step}`)).toBe(true);
      }
      expect(dark.has(`${x + 1} ${y + 1}`)).toBe(false);
      expect(dark.has(`${x + 3} ${y + 3}`)).toBe(true);
    }
  });

  it('grows only with what it holds: its modules stay over half a millimetre on 44 mm', () => {
    expect(44 / side).toBeGreaterThan(0.5);
  });
});
