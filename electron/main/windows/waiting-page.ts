import { createHash } from 'node:crypto';
import type { Content } from '../../contract/content.ts';
import { formsOf } from '../../contract/content-rules.ts';

const STYLE = `
  :root { color-scheme: light dark; }
  body {
    display: grid; align-content: center; gap: 1rem;
    min-block-size: 100vh; max-inline-size: 40rem; margin: 0 auto; padding: 2rem;
    box-sizing: border-box; font: 1.25rem/1.5 system-ui, sans-serif;
    color: #17324d; background: #ffffff;
  }
  h1 { margin: 0; font-size: 1rem; font-weight: 600; }
  p { margin: 0; }
  @media (prefers-color-scheme: dark) { body { color: #e6ecf2; background: #17191c; } }
`;

const styleHash = createHash('sha256').update(STYLE).digest('base64');

/** What the page may do: be styled. */
export const WAITING_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The page of a desk whose server does not answer (yet), in each of the office's languages. */
export function waitingPage({ languages, office, texts }: Content): string {
  const forStaff = languages.filter(({ isForStaff }) => isForStaff);
  const lines = forStaff.map(({ code, direction }) => {
    const { text } = formsOf(texts[code]?.['errors.unavailable'] ?? '');
    return `<p lang="${escapeHtml(code)}" dir="${direction}">${escapeHtml(text)}</p>`;
  });
  const name = escapeHtml(office.name.it);
  return `<!doctype html>
<html lang="it">
<head><meta charset="utf-8"><title>${name}</title><style>${STYLE}</style></head>
<body><h1>${name}</h1>${lines.join('')}</body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
}
