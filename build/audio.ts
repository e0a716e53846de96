import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand, Stop } from './stop.ts';
import { clipTexts } from './voice/clip-texts.ts';
import { makeOfficeVoices, officeTexts } from './voice/office-voices.ts';
import { clipFile, makeVoices, spokenContent, voicesFolder } from './voice/voices.ts';

const help = `Makes the voices of the kiosk: a clip for every sentence, number and name.

  npm run audio:generate -- [--override DIR] [--list LANGUAGE]

  --override DIR   only what an office says with its own files, and would not say with what ships:
                   into the folder audio/ of DIR, its content folder
  --list LANGUAGE  only print each text with the name of its file, for whoever records them
`;

// `npm run audio:generate`: what was spoken before is not spoken again.
await runCommand(async () => {
  const { list, override } = options();
  if (list !== undefined) {
    for (const [name, text] of textsOf(list, override)) {
      process.stdout.write(`${clipFile(name)}\t${text}\n`);
    }
  } else if (override !== undefined) {
    await makeOfficeVoices(override);
    process.stdout.write(`${join(override, 'audio')}\n`);
  } else {
    await makeVoices();
    process.stdout.write(`${voicesFolder()}\n`);
  }
  return 0;
});

function textsOf(language: string, override: string | undefined): ReadonlyMap<string, string> {
  const content = spokenContent(override);
  if (!content.languages.some(({ code }) => code === language)) {
    throw new Stop(`There is no language "${language}".`);
  }
  return override === undefined
    ? clipTexts(content, language)
    : officeTexts(content, spokenContent(), language);
}

function options(): { list?: string | undefined; override?: string | undefined } {
  try {
    const known = { list: { type: 'string' }, override: { type: 'string' } } as const;
    return parseArgs({ options: known }).values;
  } catch (error) {
    throw new Stop(`${(error as Error).message}\n${help}`, 2);
  }
}
