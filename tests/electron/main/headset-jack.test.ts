import { describe, expect, it } from 'vitest';
import { headsetSockets, watchHeadsetJack } from '../../../electron/main/headset-jack.ts';
import { temporaryFolder, writeIn } from '../content/content-folder.ts';

/** As Linux writes it: a keyboard, a socket for a headset, one for a microphone. */
const LIST = `I: Bus=0011 Vendor=0001 Product=0001 Version=ab41
N: Name="AT Translated Set 2 keyboard"
H: Handlers=sysrq kbd event0 leds
B: EV=120013

I: Bus=0000 Vendor=0000 Product=0000 Version=0000
N: Name="HDA Intel PCH Headphone"
H: Handlers=event7
B: EV=21
B: SW=4

I: Bus=0000 Vendor=0000 Product=0000 Version=0000
N: Name="HDA Intel PCH Mic"
H: Handlers=event8
B: EV=21
B: SW=10
`;

function inputEvent(type: number, code: number, value: number): Buffer {
  const event = Buffer.alloc(24);
  event.writeUInt16LE(type, 16);
  event.writeUInt16LE(code, 18);
  event.writeInt32LE(value, 20);
  return event;
}

describe('a socket for a headset', () => {
  it('is told from keyboards and microphones', () => {
    expect(headsetSockets(LIST)).toEqual(['event7']);
    expect(headsetSockets('')).toEqual([]);
  });

  it('tells when something is plugged in and pulled out, and nothing else', async () => {
    const folder = temporaryFolder();
    writeIn(folder, 'devices', LIST);
    const events = [
      [5, 2, 1],
      [0, 0, 0],
      [5, 4, 1],
      [1, 30, 1],
      [5, 2, 0],
    ] as const;
    writeIn(
      folder,
      'event7',
      Buffer.concat(events.map(([type, code, value]) => inputEvent(type, code, value))),
    );
    const told: boolean[] = [];
    await new Promise<void>((resolve) => {
      const onChange = (isPlugged: boolean) => {
        told.push(isPlugged);
        if (told.length === 2) resolve();
      };
      void watchHeadsetJack(onChange, { list: `${folder}/devices`, folder });
    });
    expect(told).toEqual([true, false]);
  });
});
