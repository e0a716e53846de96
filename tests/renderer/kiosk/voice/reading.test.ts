// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import {
  isChosen,
  partsOf,
  type ReadingOptions,
} from '../../../../renderer/kiosk/voice/reading.ts';

/** The first element that a piece of a page consists of. */
function shown(html: string): Element {
  document.body.innerHTML = html;
  const root = document.body.firstElementChild;
  if (root === null) throw new Error('There is nothing on the page');
  return root;
}

/** What is said, one line for each sentence. */
function said(html: string, options: Partial<ReadingOptions> = {}): string[] {
  const parts = partsOf(shown(html), { isPublic: false, isOverview: false, ...options });
  return parts.map((part) => ('isPersonal' in part ? '(personal)' : part.text));
}

describe('a screen', () => {
  it('is said in the order in which it is written, block by block', () => {
    const html = '<main><h1>Di cosa ha bisogno?</h1><p>Tocchi una voce.</p><p>Una sola.</p></main>';
    expect(said(html)).toEqual(['Di cosa ha bisogno?', 'Tocchi una voce.', 'Una sola.']);
  });

  it('is one sentence where one block holds several words, however they are marked', () => {
    expect(said('<p>Prima di lei  <b>ci sono</b>\n <span>12</span> persone.</p>')).toEqual([
      'Prima di lei ci sono 12 persone.',
    ]);
  });

  it('keeps apart what stands before, in and after a block', () => {
    expect(said('<div>prima<p>dentro</p>dopo</div>')).toEqual(['prima', 'dentro', 'dopo']);
  });

  it('says of each sentence its language, even in the middle of another', () => {
    const root = shown('<main lang="it-IT"><p>Lingua <span lang="en-GB">English</span></p></main>');
    const parts = partsOf(root, { isPublic: false, isOverview: false });
    expect(parts).toMatchObject([
      { text: 'Lingua', lang: 'it-IT' },
      { text: 'English', lang: 'en-GB' },
    ]);
  });

  it('says of each sentence where it stands, so that the eyes can follow', () => {
    const root = shown('<main><p id="line">Può <b>sedersi</b>.</p></main>');
    const [part] = partsOf(root, { isPublic: false, isOverview: false });
    expect(part?.element.id).toBe('line');
  });

  it('says nothing where nothing is written', () => {
    expect(said('<main><p> </p><h2></h2></main>')).toEqual([]);
  });
});

describe('in place of what is written', () => {
  it('is said what is meant for the ear', () => {
    expect(said('<p>Numero <span data-spoken="A zero dodici">A012</span></p>')).toEqual([
      'Numero A zero dodici',
    ]);
  });

  it('is said nothing of drawings, of what is hidden, and of what serves the eyes only', () => {
    const unsaid = [
      '<span aria-hidden="true">A012</span>',
      '<svg><title>campana</title></svg>',
      '<p hidden>dopo</p>',
      '<p data-for-eyes>comune.milano.it</p>',
      '<button disabled>Indietro</button>',
    ];
    expect(said(`<main>${unsaid.join('')}<p>Il suo numero</p></main>`)).toEqual(['Il suo numero']);
  });

  it('is said the name of a group before what is in it', () => {
    expect(said('<ul aria-label="Lingue"><li>Italiano</li><li>English</li></ul>')).toEqual([
      'Lingue',
      'Italiano',
      'English',
    ]);
  });
});

describe('what can be pressed', () => {
  const tile =
    '<button><span class="tile__label">Casa</span><span class="tile__line">Se la perde</span></button>';
  const keys =
    '<fieldset aria-label="Lettere"><div data-key-row aria-label="Q W"><button>Q</button><button>W</button></div></fieldset>';

  it('is called by its name while the whole screen is read', () => {
    expect(said(`<main>${tile}</main>`, { isOverview: true })).toEqual(['Casa']);
  });

  it('is explained once the keys reach it', () => {
    expect(said(tile)).toEqual(['Casa Se la perde']);
  });

  it('is said in full where it has no more than a name', () => {
    expect(said('<main><button>Avanti</button></main>', { isOverview: true })).toEqual(['Avanti']);
  });

  it('is called by its name as the ear needs it', () => {
    const spoken =
      '<button><span class="button__label" data-spoken="tra mezz’ora">30 min</span></button>';
    expect(said(`<main>${spoken}</main>`, { isOverview: true })).toEqual(['tra mezz’ora']);
  });

  it('is one group where it is a keypad, and a row where the keys go through it', () => {
    expect(said(`<main>${keys}</main>`, { isOverview: true })).toEqual(['Lettere']);
    expect(said(`<main>${keys}</main>`)).toEqual(['Lettere', 'Q W']);
  });

  it('says whether it is chosen, if it is a choice at all', () => {
    expect(isChosen(shown('<button aria-pressed="true">Prima</button>'))).toBe(true);
    expect(isChosen(shown('<button role="radio" aria-checked="false">Scuro</button>'))).toBe(false);
    expect(isChosen(shown('<button>Avanti</button>'))).toBeNull();
  });
});

describe('what only the person may hear', () => {
  const html =
    '<main><h1>Il suo numero</h1><p data-personal="true">Ha chiesto <b>aiuto</b> oggi.</p><p>Si sieda.</p></main>';

  it('is left out where others hear it too, and its place is kept', () => {
    expect(said(html, { isPublic: true })).toEqual(['Il suo numero', '(personal)', 'Si sieda.']);
  });

  it('is said where nobody else does', () => {
    expect(said(html)).toEqual(['Il suo numero', 'Ha chiesto aiuto oggi.', 'Si sieda.']);
  });

  it('is left out as a whole, with everything that is meant for the ear in it', () => {
    const code = '<p data-personal="true" data-spoken="A zero dodici">A012</p>';
    expect(said(code, { isPublic: true })).toEqual(['(personal)']);
  });

  it('has other words for the ears of others, where there are some', () => {
    const way =
      '<button><span data-spoken="Vado avanti" data-in-public="Continuo">Avanti</span></button>';
    expect(said(way, { isPublic: true })).toEqual(['Continuo']);
    expect(said(way)).toEqual(['Vado avanti']);
  });

  it('never becomes a part of the sentences around it', () => {
    const line = '<p>Ha <span data-personal="true">il 12</span> in mano</p>';
    expect(said(line, { isPublic: true })).toEqual(['Ha', '(personal)', 'in mano']);
  });

  it('leaves no trace where its being there would say it all', () => {
    const wish = '<main><h1>A012</h1><p data-personal="unmentioned">Passa prima.</p></main>';
    expect(said(wish, { isPublic: true })).toEqual(['A012']);
    expect(said(wish)).toEqual(['A012', 'Passa prima.']);
  });

  describe('holds also where the keys reach a button in it', () => {
    const reached = (html: string, isPublic: boolean) => {
      shown(html);
      const button = document.querySelector('button');
      if (button === null) throw new Error('There is no button on the page');
      return partsOf(button, { isPublic, isOverview: false }).map((part) =>
        'isPersonal' in part ? '(personal)' : part.text,
      );
    };

    it('that is called by something personal', () => {
      const name = '<div data-personal="true"><p><button>Via Sile</button></p></div>';
      expect(reached(name, true)).toEqual(['(personal)']);
      expect(reached(name, false)).toEqual(['Via Sile']);
    });

    it('but not if the button is called the same for every person', () => {
      const more =
        '<div data-personal="true"><p data-personal="false"><button>Altri nomi</button></p></div>';
      expect(reached(more, true)).toEqual(['Altri nomi']);
    });
  });
});
