import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A switch that tells of a socket, and which one (linux/input-event-codes.h). */
const EV_SW = 5;
const SW_HEADPHONE_INSERT = 2;

/** struct input_event on 64 bits: two words of time, then type, code and value. */
const EVENT_BYTES = 24;
const TYPE_AT = 16;
const CODE_AT = 18;
const VALUE_AT = 20;

/** Where Linux lists its input devices, and where they are read. */
export interface InputDevices {
  readonly list: string;
  readonly folder: string;
}

const linuxDevices: InputDevices = { list: '/proc/bus/input/devices', folder: '/dev/input' };

/** The names of the devices that have a socket for a headset, from the list of all of them. */
export function headsetSockets(list: string): string[] {
  return list.split('\n\n').flatMap((device) => {
    const switches = /^B: SW=([0-9a-f]+)$/m.exec(device)?.[1];
    const name = /^H: Handlers=.*\b(event\d+)\b/m.exec(device)?.[1];
    if (switches === undefined || name === undefined) return [];
    const hasSocket = (Number.parseInt(switches, 16) >> SW_HEADPHONE_INSERT) & 1;
    return hasSocket === 1 ? [name] : [];
  });
}

/**
 * Tells when a headset is plugged into a socket of this computer, or pulled out. Only Linux can say
 * it, to an account that may read input devices (group `input`); elsewhere nobody is told.
 */
export async function watchHeadsetJack(
  onChange: (isPlugged: boolean) => void,
  devices: InputDevices = linuxDevices,
): Promise<void> {
  const list = await readFile(devices.list, 'utf8').catch(() => '');
  for (const name of headsetSockets(list)) {
    let rest = Buffer.alloc(0);
    createReadStream(join(devices.folder, name))
      .on('data', (data) => {
        rest = Buffer.concat([rest, Buffer.from(data)]);
        for (; rest.length >= EVENT_BYTES; rest = rest.subarray(EVENT_BYTES)) {
          const isSocket =
            rest.readUInt16LE(TYPE_AT) === EV_SW &&
            rest.readUInt16LE(CODE_AT) === SW_HEADPHONE_INSERT;
          if (isSocket) onChange(rest.readInt32LE(VALUE_AT) === 1);
        }
      })
      // Not allowed to read it, or it is gone.
      .on('error', () => undefined);
  }
}
