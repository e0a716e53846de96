import type { Config } from '../config/config.ts';
import type { Options } from './arguments.ts';

/** The port of the queue server on this computer: the command line goes before the configuration. */
export function serverPort(options: Options, config: Config): number {
  return options.port ?? config.server.port;
}

/** The address of the queue server on this computer. */
export function localUrl(port: number): string {
  return `http://127.0.0.1:${port}`;
}
