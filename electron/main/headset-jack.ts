import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, watch } from 'node:fs';
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

/** The list of all devices; none where the system keeps no such list. */
function readList(file: string): string {
  try {
    // Linux makes it in memory: nothing waits for a disk.
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function mayRead(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads a socket until it is gone. By `cat`: a read that waits for a device holds one of Node's four
 * threads for files for as long, and no program with such a thread comes to its end.
 */
function readSocket(file: string, onChange: (isPlugged: boolean) => void): ChildProcess {
  // What is in it at the start only an ioctl tells, which Node cannot ask.
  let mayHoldHeadset = true;
  let rest = Buffer.alloc(0);
  const reader = spawn('cat', [file], { stdio: ['ignore', 'pipe', 'ignore'] });
  reader.stdout.on('data', (data: Buffer) => {
    rest = Buffer.concat([rest, data]);
    for (; rest.length >= EVENT_BYTES; rest = rest.subarray(EVENT_BYTES)) {
      const isSocket =
        rest.readUInt16LE(TYPE_AT) === EV_SW && rest.readUInt16LE(CODE_AT) === SW_HEADPHONE_INSERT;
      if (!isSocket) continue;
      mayHoldHeadset = rest.readInt32LE(VALUE_AT) === 1;
      onChange(mayHoldHeadset);
    }
  });
  reader.on('error', () => undefined);
  // A socket that is pulled out takes its headset along.
  reader.once('close', () => {
    if (mayHoldHeadset) onChange(false);
  });
  return reader;
}

/**
 * Tells when a headset is plugged into a socket of this computer, or pulled out, also where the
 * socket itself comes later, goes, or comes back. Only Linux can say it, to an account that may read
 * input devices (group `input`); elsewhere nobody is told. Nor is anybody told of a headset that is
 * in the socket already when the socket is found.
 *
 * @param onUnreadable hears of each socket that is there at the start and may not be read.
 * @returns ends the watch.
 */
export function watchHeadsetJack(
  onChange: (isPlugged: boolean) => void,
  onUnreadable: (file: string) => void,
  devices: InputDevices = linuxDevices,
): () => void {
  const readers = new Map<string, ChildProcess>();
  const socketFiles = (): string[] =>
    headsetSockets(readList(devices.list)).map((name) => join(devices.folder, name));
  function look(): void {
    for (const file of socketFiles()) {
      // A new device may be read once its group is set, and of that the folder tells as well.
      if (readers.has(file) || !mayRead(file)) continue;
      const reader = readSocket(file, onChange);
      reader.once('close', () => readers.delete(file));
      readers.set(file, reader);
    }
  }
  const watcher = existsSync(devices.folder) ? watch(devices.folder, look) : null;
  // Watched no longer: the sockets found so far go on.
  watcher?.on('error', () => undefined);
  look();
  for (const file of socketFiles()) if (!mayRead(file)) onUnreadable(file);
  return () => {
    watcher?.close();
    for (const reader of readers.values()) reader.kill();
  };
}
