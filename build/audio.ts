import { parseArgs } from 'node:util';
import { runCommand, Stop } from './stop.ts';
import { clipTexts } from './voice/clip-texts.ts';
import { clipFile, makeVoices, spokenContent, voicesFolder } from './voice/voices.ts';

const help = `Makes the voices of the kiosk: a clip for every sentence, number and name.

  npm run audio:generate -- [--list LANGUAGE]

  --list LANGUAGE   only print each text with the name of its file, for whoever records them
`;

// `npm run audio:generate`: what was spoken before is not spoken again.
await runCommand(async () => {
  const list = listedLanguage();
  if (list === undefined) {
    await makeVoices();
    process.stdout.write(`${voicesFolder()}\n`);
    return 0;
  }
  for (const [name, text] of clipTexts(spokenContent(), list)) {
    process.stdout.write(`${clipFile(name)}\t${text}\n`);
  }
  return 0;
});

function listedLanguage(): string | undefined {
  try {
    return parseArgs({ options: { list: { type: 'string' } } }).values.list;
  } catch (error) {
    throw new Stop(`${(error as Error).message}\n${help}`, 2);
  }
}
