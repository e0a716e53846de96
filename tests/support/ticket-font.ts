import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { toMonochrome } from '../../electron/devices/monochrome.ts';
import { type GlyphTemplates, tallestLine } from './ticket-reader.ts';

const CHARACTERS = [...'ABCDEFGHJKLMNPRSTUVWXYZ0123456789'];

/** Draws every character a code can contain in the ticket's font, in any browser page. */
export async function drawGlyphTemplates(page: Page): Promise<GlyphTemplates> {
  const font = createRequire(import.meta.url).resolve(
    '@fontsource/roboto-mono/files/roboto-mono-latin-700-normal.woff2',
  );
  const bitmaps = await page.evaluate(
    async ({ fontBase64, characters }) => {
      const face = new FontFace(
        'ticket',
        Uint8Array.from(atob(fontBase64), (character) => character.charCodeAt(0)),
      );
      document.fonts.add(await face.load());
      return characters.map((character) => {
        const canvas = document.createElement('canvas');
        canvas.width = 160;
        canvas.height = 240;
        const context = canvas.getContext('2d');
        if (context === null) throw new Error('No canvas');
        context.fillStyle = 'white';
        context.fillRect(0, 0, 160, 240);
        context.fillStyle = 'black';
        context.font = '200px ticket';
        context.fillText(character, 16, 200);
        return [...context.getImageData(0, 0, 160, 240).data];
      });
    },
    { fontBase64: readFileSync(font).toString('base64'), characters: CHARACTERS },
  );
  return new Map(
    CHARACTERS.map((character, index) => {
      const image = toMonochrome(
        {
          data: Uint8Array.from(bitmaps[index] ?? []),
          widthPx: 160,
          heightPx: 240,
          order: 'rgba',
          isPremultiplied: false,
        },
        160,
      );
      const [glyph] = tallestLine(image);
      if (glyph === undefined) throw new Error(`The font draws nothing for ${character}`);
      return [character, glyph] as const;
    }),
  );
}
