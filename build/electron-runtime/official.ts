import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { join } from 'node:path';
import { runVisibly } from '../child.ts';
import { repositoryFolder } from '../places.ts';
import { say, step } from '../progress.ts';
import type { RuntimeSource } from './resolve.ts';
import { readRuntime } from './runtime.ts';

const packageFolder = join(repositoryFolder, 'node_modules', 'electron');
const reachTimeoutMs = 4000;

/** The binary of the npm package `electron`, downloaded on demand: since 42 it has no postinstall. */
export const officialSource: RuntimeSource = {
  find() {
    const runtime = readRuntime(join(packageFolder, 'dist'), 'official');
    return runtime?.electronVersion === packageVersion() ? runtime : undefined;
  },
  async obtain() {
    const version = packageVersion();
    const site =
      process.env['ELECTRON_MIRROR'] ??
      process.env['npm_config_electron_mirror'] ??
      'https://github.com/electron/electron/releases/download/';
    if (!(await answers(`${site}v${version}/SHASUMS256.txt`))) {
      say(`The release site of Electron ${version} is out of reach.`);
      return undefined;
    }
    const exitCode = await step(`Downloading Electron ${version}`, () =>
      runVisibly(process.execPath, [join(packageFolder, 'install.js')], {
        env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
      }),
    );
    return exitCode === 0 ? officialSource.find() : undefined;
  },
};

function packageVersion(): string {
  const text = readFileSync(join(packageFolder, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** One short attempt: a network that drops packets must not hold the start up. */
function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const asked = request(
        url,
        {
          method: 'HEAD',
          agent: new Agent({ proxyEnv: process.env }),
          signal: AbortSignal.timeout(reachTimeoutMs),
        },
        (response) => {
          response.resume();
          resolve((response.statusCode ?? 500) < 400);
        },
      );
      asked.once('error', () => resolve(false));
      asked.end();
    } catch {
      // A mirror that is not an https address.
      resolve(false);
    }
  });
}
