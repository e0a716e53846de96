import { expect, it } from 'vitest';
import { officialVersion } from '../../../renderer/text/notice-version.ts';
import { textsIn } from '../../support/texts.ts';

const says = (issue: { date: string; version: string | null } | null) =>
  officialVersion(textsIn('it'), { format: 'plain', text: 'Testo.', issue }).text;

it('an official text is of the day and version that the office gives it', () => {
  expect(says({ date: '2025-06-30', version: '2.1' })).toBe(
    'Testo ufficiale, versione 2.1, 30 giugno 2025',
  );
  expect(says({ date: '2025-06-30', version: null })).toBe('Testo ufficiale, 30 giugno 2025');
});

it('an official text of no known day says just that', () => {
  expect(says(null)).toBe('Testo ufficiale. L’ufficio non ne ha indicato la data.');
});
