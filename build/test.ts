import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runVisibly } from './child.ts';
import { repositoryFolder } from './places.ts';
import { say } from './progress.ts';
import { runCommand, Stop } from './stop.ts';
import { withTestEnvironment } from './test-environment.ts';
import { judge, sumTallies, type Tally, tallyPlaywright, tallyVitest } from './test-report.ts';

const help = `Runs the tests and ends with the line "N passed, N failed".

  npm test -- [--unit | --e2e] [part of a file's path …]

  --unit   only the tests that need no window
  --e2e    only the tests with real windows
`;

const reportFolder = join(repositoryFolder, 'test-results');

await runCommand(async () => {
  const { values, positionals } = parseOptions();
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  mkdirSync(reportFolder, { recursive: true });
  const tallies: Tally[] = [];
  try {
    if (values.e2e !== true) tallies.push(await runVitest(positionals));
    if (values.unit !== true) tallies.push(await runPlaywright(positionals));
  } catch (error) {
    // The last line must be there whatever went wrong: other programs read it.
    say(error instanceof Stop ? error.message : String((error as Error).stack ?? error));
    tallies.push({ passed: 0, failed: 1 });
  }
  const { passed, failed } = sumTallies(tallies);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
});

function parseOptions() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        unit: { type: 'boolean' },
        e2e: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new Stop(`${(error as Error).message}\n${help}`, 2);
  }
}

async function runVitest(filters: readonly string[]): Promise<Tally> {
  const report = join(reportFolder, 'vitest.json');
  const exitCode = await runTool(report, [
    ...['node_modules/vitest/vitest.mjs', 'run', '--config', 'build/vitest.config.ts'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters],
  ]);
  return judge(readReport(report, tallyVitest), exitCode);
}

async function runPlaywright(filters: readonly string[]): Promise<Tally> {
  const report = join(reportFolder, 'playwright.json');
  return withTestEnvironment(async (environment) => {
    const exitCode = await runTool(
      report,
      [
        ...['node_modules/playwright/cli.js', 'test', '--config', 'build/playwright.config.ts'],
        ...['--reporter=list,json', ...filters],
      ],
      { ...environment, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    );
    return judge(readReport(report, tallyPlaywright), exitCode);
  });
}

/** Runs a test tool from a state in which a report can only be its own. */
async function runTool(
  report: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  rmSync(report, { force: true });
  return runVisibly(process.execPath, args, { cwd: repositoryFolder, env: environment });
}

function readReport<R>(file: string, tally: (report: R) => Tally): Tally | undefined {
  try {
    return tally(JSON.parse(readFileSync(file, 'utf8')) as R);
  } catch (error) {
    say(`The report ${file} cannot be read: ${(error as Error).message}`);
    return undefined;
  }
}
