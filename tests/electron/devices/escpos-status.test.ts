import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createReplyReader,
  isRealTimeReply,
  type PrinterReply,
  statusFromAnswers,
  statusFromAutomaticPacket,
} from '../../../electron/devices/escpos-status.ts';

const healthy = { printer: 0x16, offlineCause: 0x12, errorCause: 0x12, paper: 0x12 };

describe('What a printer answers', () => {
  it('says ready where nothing is the matter', () => {
    expect(statusFromAnswers(healthy)).toEqual({ state: 'ready' });
  });

  it('says ready from the two answers that simple printers give', () => {
    expect(statusFromAnswers({ printer: 0x12, paper: 0x12 })).toEqual({ state: 'ready' });
  });

  it('says out of paper for the published example 1A 32 7E', () => {
    expect(statusFromAnswers({ printer: 0x1a, offlineCause: 0x32, paper: 0x7e })).toEqual({
      state: 'paperOut',
    });
  });

  it.each([
    ['near the end of the paper', { ...healthy, paper: 0x1e }, { state: 'paperNearEnd' }],
    ['near the end, one sensor bit only', { ...healthy, paper: 0x16 }, { state: 'paperNearEnd' }],
    ['out of paper, by the paper sensor', { ...healthy, paper: 0x72 }, { state: 'paperOut' }],
    ['stopped for paper', { ...healthy, offlineCause: 0x32 }, { state: 'paperOut' }],
    ['cover open', { ...healthy, printer: 0x1a, offlineCause: 0x16 }, { state: 'coverOpen' }],
    [
      'cover open before paper out',
      { ...healthy, offlineCause: 0x36, paper: 0x7e },
      { state: 'coverOpen' },
    ],
    ['cutter', { ...healthy, errorCause: 0x1a }, { state: 'error', kind: 'cutter' }],
    ['broken', { ...healthy, errorCause: 0x32 }, { state: 'error', kind: 'unrecoverable' }],
    ['head too hot', { ...healthy, errorCause: 0x52 }, { state: 'error', kind: 'autoRecoverable' }],
    [
      'an error of no known kind',
      { ...healthy, offlineCause: 0x52 },
      { state: 'error', kind: 'unspecified' },
    ],
    ['off line without a cause', { ...healthy, printer: 0x1a }, { state: 'offline' }],
    ['paper being fed by hand', { ...healthy, offlineCause: 0x1a }, { state: 'ready' }],
    ['drawer pin high or low', { ...healthy, printer: 0x12 }, { state: 'ready' }],
  ] as const)('tells: %s', (_, answers, status) => {
    expect(statusFromAnswers(answers)).toEqual(status);
  });

  it.each([
    ['it answers nothing', {}],
    ['it says "online" and nothing of the paper', { printer: 0x12 }],
    ['it speaks of the paper and of nothing else', { paper: 0x12 }],
    ['its answers lack the fixed bits', { printer: 0x00, paper: 0x00 }],
    ['its answers are all ones', { printer: 0xff, offlineCause: 0xff, paper: 0xff }],
  ])('is unknown, never ready, where %s', (_, answers) => {
    expect(statusFromAnswers(answers)).toEqual({ state: 'unknown' });
  });

  it('is ready only with a valid word on both the printer and the paper', () => {
    const byte = fc.option(fc.integer({ min: 0, max: 255 }), { nil: undefined });
    fc.assert(
      fc.property(byte, byte, byte, byte, (printer, offlineCause, errorCause, paper) => {
        const answers = {
          ...(printer !== undefined && { printer }),
          ...(offlineCause !== undefined && { offlineCause }),
          ...(errorCause !== undefined && { errorCause }),
          ...(paper !== undefined && { paper }),
        };
        if (statusFromAnswers(answers).state !== 'ready') return;
        expect(isRealTimeReply(printer ?? 0) && ((printer ?? 0) & 0x08) === 0).toBe(true);
        expect(isRealTimeReply(paper ?? 0) && ((paper ?? 0) & 0x6c) === 0).toBe(true);
      }),
    );
  });

  it('takes exactly the 16 bytes with the fixed bits 0xx1xx10 for answers', () => {
    const valid = Array.from({ length: 256 }, (_, byte) => byte).filter(isRealTimeReply);
    expect(valid).toHaveLength(16);
    expect(valid.every((byte) => byte < 0x80 && (byte & 0x13) === 0x12)).toBe(true);
  });
});

describe('What a printer sends by itself', () => {
  it.each([
    ['ready', [0x10, 0x00, 0x00, 0x00], { state: 'ready' }],
    ['near the end of the paper', [0x10, 0x00, 0x03, 0x00], { state: 'paperNearEnd' }],
    ['out of paper', [0x18, 0x00, 0x0f, 0x00], { state: 'paperOut' }],
    ['cover open', [0x38, 0x00, 0x0c, 0x00], { state: 'coverOpen' }],
    ['cutter', [0x18, 0x08, 0x00, 0x00], { state: 'error', kind: 'cutter' }],
    ['broken', [0x18, 0x28, 0x00, 0x00], { state: 'error', kind: 'unrecoverable' }],
    ['head too hot', [0x18, 0x40, 0x00, 0x00], { state: 'error', kind: 'autoRecoverable' }],
    ['off line', [0x18, 0x00, 0x00, 0x00], { state: 'offline' }],
  ] as const)('tells: %s', (_, packet, status) => {
    expect(statusFromAutomaticPacket(packet)).toEqual(status);
  });
});

describe('The stream of a printer', () => {
  const read = (...bytes: number[]) => createReplyReader()(Uint8Array.from(bytes));

  it('tells an answer, a status packet, the end of a job and noise apart', () => {
    expect(read(0x16, 0x18, 0x00, 0x0c, 0x00, 0x03, 0x11)).toEqual([
      { kind: 'realTime', byte: 0x16 },
      { kind: 'automaticStatus', packet: [0x18, 0x00, 0x0c, 0x00] },
      { kind: 'ordered', byte: 0x03 },
      { kind: 'unrecognised', byte: 0x11 },
    ]);
  });

  it('hears an answer that falls into the middle of a status packet', () => {
    expect(read(0x18, 0x00, 0x12, 0x0c, 0x00)).toEqual([
      { kind: 'realTime', byte: 0x12 },
      { kind: 'automaticStatus', packet: [0x18, 0x00, 0x0c, 0x00] },
    ]);
  });

  it('drops a status packet that breaks off when the next one begins', () => {
    expect(read(0x18, 0x00, 0x10, 0x00, 0x00, 0x00)).toEqual([
      { kind: 'unrecognised', byte: 0x18 },
      { kind: 'unrecognised', byte: 0x00 },
      { kind: 'automaticStatus', packet: [0x10, 0x00, 0x00, 0x00] },
    ]);
  });

  it('reads the mark of a printed job, and what follows a broken one', () => {
    const mark = [0x37, 0x22, 0x44, 0x4f, 0x4e, 0x45, 0x00];
    expect(read(...mark)).toEqual([{ kind: 'processId', id: 'DONE' }]);
    expect(read(0x37, 0x16)).toEqual([
      { kind: 'unrecognised', byte: 0x37 },
      { kind: 'realTime', byte: 0x16 },
    ]);
    expect(read(0x37, ...mark)).toEqual([
      { kind: 'unrecognised', byte: 0x37 },
      { kind: 'processId', id: 'DONE' },
    ]);
  });

  it('means the same however the network cuts it up', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.array(fc.nat(60)), (bytes, cuts) => {
        const inOne = createReplyReader()(bytes);
        const inPieces = createReplyReader();
        const edges = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
        const pieces = edges.flatMap((edge, index): PrinterReply[] =>
          inPieces(bytes.subarray(edge, edges[index + 1] ?? bytes.length)),
        );
        expect(pieces).toEqual(inOne);
      }),
    );
  });

  it('finds every packet and every answer in any mixture of them', () => {
    const plain = fc.integer({ min: 0, max: 127 }).map((byte) => byte & ~0x90);
    const packet = fc
      .tuple(
        plain.map((byte) => (byte & ~0x93) | 0x10),
        plain,
        plain,
        plain,
      )
      .map((bytes): PrinterReply => ({ kind: 'automaticStatus', packet: bytes }));
    const answer = plain.map(
      (byte): PrinterReply => ({
        kind: 'realTime',
        byte: (byte & ~0x93) | 0x12,
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(packet, answer)), (replies) => {
        const bytes = replies.flatMap((reply) =>
          reply.kind === 'automaticStatus'
            ? reply.packet
            : reply.kind === 'realTime'
              ? reply.byte
              : [],
        );
        expect(read(...bytes)).toEqual(replies);
      }),
    );
  });
});
