import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editorialProblems } from '../../../electron/content/editorial-checks.ts';
import { readContent } from '../../../electron/content/load-content.ts';
import { shippedContentDir, temporaryFolder, writeIn } from './content-folder.ts';

/** What the check says of a language whose texts an office has replaced with these. */
function errorsWith(language: string, texts: readonly string[]): string[] {
  const own = temporaryFolder();
  const file = `languages/${language}/audience.json`;
  const shipped = JSON.parse(readFileSync(join(shippedContentDir, file), 'utf8')) as object;
  const keys = Object.keys(shipped).filter((key) => key !== '$schema');
  expect(texts.length).toBeLessThanOrEqual(keys.length);
  const changes = Object.fromEntries(texts.map((text, index) => [keys[index], text]));
  writeIn(own, file, JSON.stringify({ ...shipped, ...changes }));
  const read = readContent({ baseDir: shippedContentDir, overrideDir: own });
  expect(read.problems).toEqual([]);
  return editorialProblems(read)
    .filter(({ severity }) => severity === 'error')
    .map(({ reason }) => reason);
}

describe('an amount of money', () => {
  it.each([
    ['it', ['100 €', '100 EUR', 'cento euro', 'l’euro']],
    ['en', ['100 euros', 'Euro 100']],
    ['fr', ['100 euros']],
    ['es', ['100 euros']],
    ['ro', ['100 de euro', 'euroi', 'valoarea euroului']],
    ['sq', ['100 euro', 'njëqind eurove', '100 evro']],
    ['uk', ['100 євро', 'сто ЄВРО']],
    ['ar', ['100 يورو', 'باليورو', 'مائة أورو']],
    ['zh', ['100欧元', '一百歐元', '100 元', '五百元', '五十元', '50欧']],
    ['fil', ['100 euro', '100 yuro']],
    ['si', ['යුරෝ 100', 'යුරෝවලින්']],
  ])('stands in no text, in "%s" as it is written there', (language, amounts) => {
    const errors = errorsWith(language, amounts);
    expect(errors.filter((reason) => reason.includes(' says "'))).toHaveLength(amounts.length);
  });

  it.each([
    ['it', ['Cittadini europei', 'Europa', 'Neurologia']],
    ['ro', ['Uniunea Europeană']],
    ['sq', ['Bashkimi Evropian']],
    ['uk', ['Європа', 'Громадяни Євросоюзу', 'європейський']],
    ['ar', ['أوروبا', 'الاتحاد الأوروبي', 'أوروغواي']],
    ['zh', ['27个欧盟国家', '公元2026年', '5 欧盟']],
    ['fil', ['Taga-Europa']],
    ['si', ['යුරෝපය', 'යුරෝපීය']],
  ])('is not seen in Europe, in "%s"', (language, texts) => {
    expect(errorsWith(language, texts)).toEqual([]);
  });
});
