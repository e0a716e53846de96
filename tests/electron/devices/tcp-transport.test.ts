import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { openTcpConnection, type TcpConnection } from '../../../electron/devices/tcp-transport.ts';
import { type FakePrinter, startFakePrinter } from '../../fakes/printer.ts';

// The size at which a naive client was measured to lose two thirds of its job.
const longJobBytes = 204_800;
const longJob = Buffer.alloc(longJobBytes, 'a');

/** Reads slowly, and talks of itself in the middle of the job. */
const slowTalker = {
  readPauseMs: 30,
  automaticStatus: [{ afterBytes: 60_000, packet: [0x10, 0x00, 0x03, 0x00] }],
};

async function open(printer: FakePrinter, heard: number[] = []): Promise<TcpConnection> {
  const opened = await openTcpConnection({
    host: printer.host,
    port: printer.port,
    connectMs: 1_000,
    onBytes: (bytes) => heard.push(...bytes),
  });
  if (!opened.ok) throw new Error(opened.error.reason);
  return opened.value;
}

describe('The connection to a printer', () => {
  it('delivers the whole of a long job to a printer that reads slowly and talks meanwhile', async () => {
    await using printer = await startFakePrinter(slowTalker);
    const heard: number[] = [];
    const connection = await open(printer, heard);
    expect(await connection.send(longJob, 2_000)).toEqual({ ok: true, value: undefined });
    expect(await connection.finish(5_000)).toBe('closed');
    const job = await printer.nextJob();
    expect(job.ending).toBe('ended');
    expect(job.bytes.length).toBe(longJobBytes);
    expect(heard).toEqual([0x10, 0x00, 0x03, 0x00]);
  });

  it('would lose the end of that job if it hung up without listening (what the fake must catch)', async () => {
    await using printer = await startFakePrinter(slowTalker);
    const socket = connect(printer.port, printer.host);
    socket.on('error', () => {});
    socket.write(longJob, () => socket.destroy());
    const job = await printer.nextJob();
    expect(job.ending).toBe('broken');
    expect(job.bytes.length).toBeLessThan(longJobBytes);
  });

  it('goes on sending to a printer that ends its own side first', async () => {
    await using printer = await startFakePrinter({ closeDelayMs: 0 });
    const connection = await open(printer);
    expect((await connection.send(Buffer.from('half'), 1_000)).ok).toBe(true);
    expect(await connection.finish(1_000)).toBe('closed');
    await connection.silenced;
    expect((await printer.nextJob()).bytes.toString()).toBe('half');
  });

  it('waits for a printer that says goodbye late, but not for ever', async () => {
    await using printer = await startFakePrinter({ closeDelayMs: 60 });
    expect(await (await open(printer)).finish(2_000)).toBe('closed');
    printer.follow({ closeDelayMs: 'never' });
    expect(await (await open(printer)).finish(40)).toBe('abandoned');
  });

  it('notices a printer that takes no more bytes', async () => {
    await using printer = await startFakePrinter({ isDeaf: true });
    const connection = await open(printer);
    // More than the buffers of both sides of the loopback hold.
    const sent = await connection.send(Buffer.alloc(64 * 1024 * 1024), 150);
    connection.abandon();
    expect(sent).toEqual({ ok: false, error: { code: 'peerNotReading' } });
  });

  it('notices a connection that breaks off in the middle', async () => {
    await using printer = await startFakePrinter({ resetAfterBytes: 10_000, readPauseMs: 5 });
    const connection = await open(printer);
    const sent = await connection.send(Buffer.alloc(64 * 1024 * 1024, 'a'), 2_000);
    expect(sent).toEqual({ ok: false, error: { code: 'connectionLost' } });
    expect(await connection.finish(1_000)).toBe('lost');
  });

  it('says why there is no connection', async () => {
    await using printer = await startFakePrinter();
    await printer.unplug();
    const refused = await openTcpConnection({
      host: printer.host,
      port: printer.port,
      connectMs: 1_000,
      onBytes: () => {},
    });
    expect(refused).toEqual({ ok: false, error: { code: 'unreachable', reason: 'refused' } });
    const unheardOf = await openTcpConnection({
      // RFC 2606: never a real name.
      host: 'printer.invalid',
      port: 9100,
      connectMs: 10_000,
      onBytes: () => {},
    });
    expect(unheardOf).toEqual({
      ok: false,
      error: { code: 'unreachable', reason: 'hostNotFound' },
    });
  });
});
