import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Notice } from '../../../electron/contract/content.ts';
import { NoticePaper } from '../../../renderer/ticket/notice-paper.tsx';
import { textsIn } from '../../support/texts.ts';
import { content } from '../kiosk/walk.ts';

const [shipped] = content.notices;
if (shipped === undefined) throw new Error('There is no notice.');
const summary: Notice = { ...shipped, version: '7.7', date: '2026-11-23' };

const paper = (officialTexts: Notice['officialTexts'], language = 'it', part = 0): string =>
  renderToStaticMarkup(
    <NoticePaper
      content={{ ...content, notices: [{ ...summary, officialTexts }] }}
      face={{ noticeId: summary.id, language, part }}
    />,
  );

describe('a notice on paper', () => {
  it('has the version and day of our summary above our summary', () => {
    expect(paper({})).toContain('Versione 7.7, 23 novembre 2026');
  });

  it('says over a translation that awaits review that the Italian follows', () => {
    const word = textsIn('fr').t('common.translationAwaitsReview');
    expect(paper({}, 'fr')).toContain(word);
    const italian = textsIn('it').phraseAt(`notices.${summary.id}.title`).text;
    expect(paper({}, 'fr')).not.toContain(`>${italian}<`);
    expect(paper({}, 'fr', 1)).toContain(`>${italian}<`);
    expect(paper({}, 'fr', 1)).not.toContain(word);
    expect(paper({})).not.toContain(textsIn('it').t('common.translationAwaitsReview'));
  });

  it('has the official text’s own above the official text', () => {
    const issue = { date: '2025-06-30', version: '2.1' };
    const printed = paper({ it: { format: 'plain', text: 'Testo.', issue } });
    expect(printed).toContain('Testo ufficiale, versione 2.1, 30 giugno 2025');
    expect(printed).not.toMatch(/7\.7|23 novembre/);
  });

  it('says that there is none where the office has given none', () => {
    const printed = paper({ it: { format: 'plain', text: 'Testo.', issue: null } });
    expect(printed).toContain('Testo ufficiale. L’ufficio non ne ha indicato la data.');
    expect(printed).not.toMatch(/7\.7|23 novembre/);
  });
});
