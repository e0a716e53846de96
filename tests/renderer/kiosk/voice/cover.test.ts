import { describe, expect, it } from 'vitest';
import { clipName } from '../../../../electron/contract/clip-name.ts';
import { cover } from '../../../../renderer/kiosk/voice/cover.ts';

/** What a voice has spoken, as names of clips. */
function clips(...texts: string[]): (name: string) => boolean {
  const names = new Set(texts.map(clipName));
  return (name) => names.has(name);
}

describe('a text is said by the fewest clips there are', () => {
  it('as a whole, where it was spoken as a whole', () => {
    const hasClip = clips('Prima di lei', 'non c’è', 'nessuno', 'Prima di lei non c’è nessuno.');
    expect(cover('Prima di lei non c’è nessuno.', hasClip)).toEqual([
      'Prima di lei non c’è nessuno',
    ]);
  });

  it('piece by piece around a number', () => {
    const hasClip = clips('Prima di lei ci sono', 'persone.', '12');
    expect(cover('Prima di lei ci sono 12 persone.', hasClip)).toEqual([
      'Prima di lei ci sono',
      '12',
      'persone',
    ]);
  });

  it('with long pieces rather than short ones', () => {
    const hasClip = clips('Si', 'tocca', 'una', 'voce', 'Si tocca', 'una voce');
    expect(cover('Si tocca una voce', hasClip)).toEqual(['Si tocca', 'una voce']);
  });

  it('with the melody of a question where there is one', () => {
    const both = clips('È ancora qui', 'È ancora qui?', 'Sì');
    expect(cover('È ancora qui? Sì.', both)).toEqual(['È ancora qui?', 'Sì']);
    expect(cover('È ancora qui? Sì.', clips('È ancora qui', 'Sì'))).toEqual(['È ancora qui', 'Sì']);
  });

  it('however it is spaced and ended', () => {
    expect(cover('  Vado\n avanti … ', clips('Vado avanti.'))).toEqual(['Vado avanti']);
  });
});

describe('a number', () => {
  const hasClip = clips('0', '1', '2', '3', '12', '30', 'A');

  it('is said digit by digit where it has no clip of its own', () => {
    expect(cover('230', hasClip)).toEqual(['2', '3', '0']);
    expect(cover('012', hasClip)).toEqual(['0', '1', '2']);
  });

  it('is never cut into other numbers', () => {
    expect(cover('123', hasClip)).toEqual(['1', '2', '3']);
  });

  it('stands apart from the letter beside it', () => {
    expect(cover('A012', hasClip)).toEqual(['A', '0', '1', '2']);
  });
});

describe('scripts', () => {
  it('without spaces are cut between any two characters', () => {
    expect(cover('前面有12个人。', clips('前面有', '12', '个人'))).toEqual([
      '前面有',
      '12',
      '个人',
    ]);
  });

  it('with marks and joiners keep their words whole', () => {
    const word = 'අවශ්‍යද';
    expect(cover(`${word}?`, clips(word))).toEqual([word]);
    expect(cover(word, clips('අවශ', 'යද'))).toBeNull();
  });
});

describe('what cannot be said', () => {
  it('is not said in part', () => {
    expect(cover('Via Sile 8', clips('Via', '8'))).toBeNull();
  });

  it('is nothing where there are no words', () => {
    expect(cover(' – … ', clips())).toEqual([]);
  });

  it('is not taken out of the middle of a word', () => {
    expect(cover('Ada', clips('A', 'da'))).toBeNull();
  });
});
