import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runVisibly } from './child.ts';
import { canTestPackages, withPackages } from './package-test.ts';
import { repositoryFolder } from './places.ts';
import { say } from './progress.ts';
import { runCommand, Stop } from './stop.ts';
import {
  databasePrograms,
  ensurePrograms,
  packagingPrograms,
  testPrograms,
  tracingPrograms,
} from './system-packages.ts';
import { withTestEnvironment } from './test-environment.ts';
import { judge, sumTallies, type Tally, tallyPlaywright, tallyVitest } from './test-report.ts';

const help = `Runs the tests and ends with the line "N passed, N failed".

  npm test -- [--unit | --e2e | --package] [part of a file's path …]

  --unit      only the tests that need no window
  --e2e       only the tests with real windows
  --package   only the tests of the packages for Linux, which are made first
`;

const reportFolder = join(repositoryFolder, 'test-results');

await runCommand(async () => {
  const { values, positionals } = parseOptions();
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  mkdirSync(reportFolder, { recursive: true });
  const isNarrowed = values.unit || values.e2e || values.package;
  const wants = {
    unit: !isNarrowed || values.unit === true,
    windows: !isNarrowed || values.e2e === true,
    // Making packages takes half a minute: not for who asks for a few files.
    packages:
      values.package === true || (!isNarrowed && positionals.length === 0 && canTestPackages),
  };
  const tallies: Tally[] = [];
  try {
    if (wants.unit) await ensurePrograms([...databasePrograms, ...tracingPrograms]);
    if (wants.unit) tallies.push(await runVitest(positionals));
    // All that is missing is named at once, not again after minutes of tests.
    if (wants.packages) await ensurePrograms([...testPrograms, ...packagingPrograms]);
    if (wants.windows) {
      tallies.push(
        await withTestEnvironment((environment) =>
          runPlaywright('playwright', positionals, environment),
        ),
      );
    }
    if (wants.packages) {
      tallies.push(
        await withPackages((environment) =>
          runPlaywright('playwright.package', positionals, environment),
        ),
      );
    }
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
        package: { type: 'boolean' },
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

/** Runs the tests of one of Playwright's configurations in build/. */
async function runPlaywright(
  configuration: string,
  filters: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Tally> {
  const report = join(reportFolder, `${configuration}.json`);
  const exitCode = await runTool(
    report,
    [
      ...['node_modules/playwright/cli.js', 'test', '--config', `build/${configuration}.config.ts`],
      ...['--reporter=list,json', ...filters],
    ],
    { ...environment, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  );
  return judge(readReport(report, tallyPlaywright), exitCode);
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
