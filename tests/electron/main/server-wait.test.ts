import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createServerWait } from '../../../electron/main/server-wait.ts';
import { WAITING_PAGE_POLICY, waitingPage } from '../../../electron/main/windows/waiting-page.ts';
import { createFakeTimers } from '../../support/fake-timers.ts';
import { repositoryContent } from '../../support/in-process-server.ts';

function desk() {
  const timers = createFakeTimers();
  const shown: ('server' | 'waiting')[] = [];
  const server = { isThere: false, asked: 0 };
  const load = createServerWait({
    answers: async () => {
      server.asked += 1;
      return server.isThere;
    },
    showServer: () => shown.push('server'),
    showWaiting: () => shown.push('waiting'),
    startTimer: timers.startTimer,
  });
  return { timers, shown, server, load };
}

describe('the desk window', () => {
  test('shows the server’s page at once where the server is there', async () => {
    const { timers, shown, server, load } = desk();
    server.isThere = true;
    load();
    await timers.pass(5_000);
    expect(shown).toEqual(['server']);
    expect(server.asked).toBe(1);
  });

  test('says that it waits, and shows the server’s page within a second of its answer', async () => {
    const { timers, shown, server, load } = desk();
    load();
    await timers.pass(60_000);
    expect(shown).toEqual(['waiting']);
    server.isThere = true;
    await timers.pass(1_000);
    expect(shown).toEqual(['waiting', 'server']);
    await timers.pass(60_000);
    expect(shown).toEqual(['waiting', 'server']);
  });

  test('shows one page when it is loaded again while it waits', async () => {
    const { timers, shown, server, load } = desk();
    load();
    await timers.pass(500);
    load();
    await timers.pass(500);
    server.isThere = true;
    await timers.pass(5_000);
    expect(shown).toEqual(['waiting', 'waiting', 'server']);
  });
});

describe('the page of a desk that waits', () => {
  test('says so in every language of the office', () => {
    const content = repositoryContent();
    const page = waitingPage(content);
    expect(page).toContain('<p lang="it" dir="ltr">Il server non risponde.');
    expect(page).toContain('<p lang="en" dir="ltr">');
    expect(page).toContain(`<title>${content.office.name.it}</title>`);
  });

  test('allows its own style, and nothing that a text could bring in', () => {
    const content = repositoryContent();
    const office = { ...content.office, name: { ...content.office.name, it: '<script>"&' } };
    const page = waitingPage({ ...content, office });
    expect(page).toContain('<h1>&lt;script&gt;&quot;&amp;</h1>');
    const style = /<style>([^<]*)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(WAITING_PAGE_POLICY).toContain(`default-src 'none'; style-src 'sha256-${hash}';`);
  });
});
