import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { streetsOfRegister } from './street-register.ts';

// `npm run content:streets`: the whole list of streets, from the Comune’s own register.

const usage = `Writes streets.json from the register of streets and house numbers of the Comune.

  npm run --silent content:streets -- FILE.csv --date YYYY-MM-DD > streets.json

  FILE.csv  from dati.comune.milano.it, with the columns AREA, DESCRIZIONE_VIA and MUNICIPIO
  --date    the day of the register
`;

function main(): number {
  const { values, positionals } = parseArgs({
    options: { date: { type: 'string' } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined || values.date === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  const source = {
    id: 'register',
    title: 'Comune di Milano, stradario con i numeri civici',
    publisher: 'Comune di Milano',
    url: 'https://dati.comune.milano.it',
    licence: 'CC BY',
    readOn: values.date,
  };
  const places = streetsOfRegister(readFileSync(file, 'utf8')).map((street) =>
    JSON.stringify({ ...street, source: source.id }),
  );
  const head = JSON.stringify({ isComplete: true, sources: [source] }, null, 2).slice(0, -2);
  process.stdout.write(`${head},\n  "places": [\n    ${places.join(',\n    ')}\n  ]\n}\n`);
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 2;
}
