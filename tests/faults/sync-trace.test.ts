import { describe, expect, it } from 'vitest';
import { checkSyncTrace } from './sync-trace.ts';

const write = '7 pwrite64(21</data/sportello.sqlite-wal>, "7"..., 4096, 32) = 4096';
const sync = '7 fdatasync(21</data/sportello.sqlite-wal>) = 0';
const answer = '7 write(25<socket:[1234]>, "HTTP/1.1 200 OK\\r"..., 310) = 310';
const refusal = '7 write(25<socket:[1234]>, "HTTP/1.1 409 Con"..., 310) = 310';

const check = (...lines: string[]) => checkSyncTrace(`${lines.join('\n')}\n`);

describe('the check of a trace of system calls', () => {
  it('is content with an answer after its change was written and synced', () => {
    expect(check(write, sync, answer, refusal, write, write, sync, answer)).toEqual({
      acknowledgements: 2,
      problems: [],
    });
  });

  it.each([
    ['before the sync', [write, answer, sync]],
    [
      'after a sync that failed',
      [write, sync.replace('= 0', '= -1 EIO (Input/output error)'), answer],
    ],
    ['before the rest of its change was synced', [write, sync, write, answer, sync]],
    ['without a change', [write, sync, answer, answer]],
    ['after a sync of another file', [write, sync.replace('-wal', ''), answer]],
    [
      'while the sync is under way',
      [
        write,
        '8 fdatasync(21</data/sportello.sqlite-wal> <unfinished ...>',
        answer,
        '8 <... fdatasync resumed>) = 0',
      ],
    ],
  ])('finds an answer that goes out %s', (_, lines) => {
    expect(check(...lines).problems).toMatchObject([{ kind: 'lost' }]);
  });

  it('understands a sync that the trace tells in two lines', () => {
    const begun = '8 fdatasync(21</data/sportello.sqlite-wal> <unfinished ...>';
    const ended = '8 <... fdatasync resumed>)        = 0';
    expect(check(write, begun, ended, answer).problems).toEqual([]);
    expect(check(begun, write, ended, answer).problems).toHaveLength(1);
  });

  it('understands an answer in several pieces', () => {
    const pieces =
      '7 writev(25<socket:[1]>, [{iov_base="HTTP/1.1 200 OK\\r"..., iov_len=300}], 1) = 300';
    expect(check(pieces)).toMatchObject({ acknowledgements: 1, problems: [{ kind: 'lost' }] });
  });
});
