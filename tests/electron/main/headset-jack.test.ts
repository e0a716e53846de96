import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
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

const PLUGGED = inputEvent(5, 2, 1);
const UNPLUGGED = inputEvent(5, 2, 0);

/** Devices in a folder, and what is told of their sockets. */
function watchedDevices(list: string) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'input'));
  writeIn(folder, 'list/devices', list);
  const told: boolean[] = [];
  const unreadable: string[] = [];
  return {
    told,
    unreadable,
    list: (text: string) => writeIn(folder, 'list/devices', text),
    /** A device that is there until it is unplugged; like a real one, it says nothing of itself. */
    plugIn(name: string) {
      const file = join(folder, 'input', name);
      execFileSync('mkfifo', [file]);
      // For reading too: then nobody is waited for.
      const device = openSync(file, 'r+');
      return {
        send: (event: Buffer) => writeSync(device, event),
        unplug() {
          closeSync(device);
          rmSync(file);
        },
      };
    },
    file: (name: string, content: Buffer) => writeIn(folder, `input/${name}`, content),
    watch() {
      const devices = { list: join(folder, 'list/devices'), folder: join(folder, 'input') };
      onTestFinished(
        watchHeadsetJack(
          (isPlugged) => told.push(isPlugged),
          (socket) => unreadable.push(basename(socket)),
          devices,
        ),
      );
    },
  };
}

describe('a socket for a headset', () => {
  it('is told from keyboards and microphones', () => {
    expect(headsetSockets(LIST)).toEqual(['event7']);
    expect(headsetSockets('')).toEqual([]);
  });
});

// Only Linux has such devices.
describe.runIf(process.platform === 'linux')('a watched socket', () => {
  it('tells when something is plugged in and pulled out, and nothing else', async () => {
    const { told, watch, file } = watchedDevices(LIST);
    const events = [PLUGGED, inputEvent(0, 0, 0), inputEvent(5, 4, 1), inputEvent(1, 30, 1)];
    file('event7', Buffer.concat([...events, UNPLUGGED]));
    watch();
    await vi.waitFor(() => expect(told).toEqual([true, false]));
  });

  it('is found when it comes after the start', async () => {
    const { told, watch, list, plugIn } = watchedDevices('');
    watch();
    list(LIST);
    const socket = plugIn('event7');
    socket.send(PLUGGED);
    await vi.waitFor(() => expect(told).toEqual([true]));
  });

  it('takes its headset along when it goes, and is heard again when it comes back', async () => {
    const { told, watch, plugIn } = watchedDevices(LIST);
    const first = plugIn('event7');
    watch();
    first.send(PLUGGED);
    await vi.waitFor(() => expect(told).toEqual([true]));
    first.unplug();
    await vi.waitFor(() => expect(told).toEqual([true, false]));
    plugIn('event7').send(PLUGGED);
    await vi.waitFor(() => expect(told).toEqual([true, false, true]));
  });

  it('that goes may have held a headset since before the start', async () => {
    const { told, watch, plugIn } = watchedDevices(LIST);
    const socket = plugIn('event7');
    watch();
    socket.unplug();
    await vi.waitFor(() => expect(told).toEqual([false]));
  });

  it('that may not be read is named once, at the start', () => {
    const { unreadable, watch } = watchedDevices(LIST);
    watch();
    expect(unreadable).toEqual(['event7']);
  });

  it('is told by no other system, and does not hinder its start', () => {
    const folder = join(temporaryFolder(), 'missing');
    const told: boolean[] = [];
    watchHeadsetJack(
      (isPlugged) => told.push(isPlugged),
      (socket) => expect.fail(socket),
      { list: `${folder}/devices`, folder },
    )();
    expect(told).toEqual([]);
  });
});
