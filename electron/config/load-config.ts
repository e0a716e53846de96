import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { z } from 'zod';
import { err, ok, type Result } from '../contract/result.ts';
import { type Config, configSchema } from './config.ts';

/** Where the IT department of the municipality puts what an office cannot change. */
const POLICY_FILE = '/etc/sportello/policy.json';

/** Far more than all settings take. */
const MOST_BYTES = 256 * 1024;

/** Why a configuration cannot be used; made for one sentence to the person who wrote it. */
export type ConfigProblem = {
  readonly code: 'unreadable' | 'brokenJson' | 'unknownKey' | 'invalidValue';
  readonly file: string;
  /** 1-based; null when the file cannot be read at all. */
  readonly line: number | null;
  /** Dotted path of the key, empty when the whole file is meant. */
  readonly key: string;
  readonly reason: string;
};

export type ConfigSources = {
  readonly dataFolder: string;
  /** Looked up for `SPORTELLO_POLICY`, the path of another policy file. */
  readonly environment: Readonly<Record<string, string | undefined>>;
};

type Settings = { readonly [key: string]: unknown };

/** One clear sentence: the file, the line, the key, and what to do. */
export function configProblemSentence(problem: ConfigProblem): string {
  const place = problem.line === null ? problem.file : `${problem.file}, line ${problem.line}`;
  switch (problem.code) {
    case 'unreadable':
      return `The configuration ${place} cannot be read (${problem.reason}): correct or remove it.`;
    case 'brokenJson':
      return `The configuration ${place} is not valid JSON (${problem.reason}): correct it or remove the file.`;
    case 'unknownKey':
      return `The configuration ${place} has the unknown key "${problem.key}": remove it or correct its spelling.`;
    case 'invalidValue':
      return `The configuration ${place} has an invalid value for "${problem.key}" (${problem.reason}): correct it.`;
  }
}

/**
 * Reads the configuration: what the policy sets wins over `<data>/config.json`, which wins over
 * the defaults. A file that does not exist sets nothing; a named policy must exist.
 */
export function loadConfig(sources: ConfigSources): Result<Config, ConfigProblem> {
  const named = sources.environment['SPORTELLO_POLICY'];
  const policy = readSettings(named ?? POLICY_FILE, named === undefined);
  if (!policy.ok) return policy;
  const file = readSettings(join(sources.dataFolder, 'config.json'), true);
  if (!file.ok) return file;
  return ok(configSchema.parse(merge(file.value, policy.value)));
}

/** Objects are merged key by key; anything else is replaced. */
function merge(lower: Settings, upper: Settings): Settings {
  const merged: Record<string, unknown> = { ...lower };
  for (const [key, value] of Object.entries(upper)) {
    const below = merged[key];
    merged[key] = isSettings(value) && isSettings(below) ? merge(below, value) : value;
  }
  return merged;
}

function isSettings(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readSettings(file: string, mayBeAbsent: boolean): Result<Settings, ConfigProblem> {
  let text: string;
  try {
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES) {
      return err({ code: 'unreadable', file, line: null, key: '', reason: 'larger than 256 kB' });
    }
    // Some editors begin a file with a mark of its encoding, which is not part of the JSON.
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'error';
    if (reason === 'ENOENT' && mayBeAbsent) return ok({});
    return err({ code: 'unreadable', file, line: null, key: '', reason });
  }
  const errors: ParseError[] = [];
  const tree = parseTextTree(text, errors);
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const broken = errors[0];
  if (tree === undefined || broken !== undefined) {
    const reason = jsonErrorReason(text);
    return err({ code: 'brokenJson', file, line: lineAt(broken?.offset ?? 0), key: '', reason });
  }
  // Each file is checked by itself, so that a problem is told with its own file and line.
  const settings: unknown = JSON.parse(text);
  const checked = configSchema.safeParse(settings);
  if (checked.success && isSettings(settings)) return ok(settings);
  const issue = checked.error?.issues[0];
  return err(describe(file, tree, lineAt, issue));
}

/** Undefined where the text is not JSON at all, or so deeply nested that the parser gives up. */
function parseTextTree(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    return undefined;
  }
}

function jsonErrorReason(text: string): string {
  try {
    JSON.parse(text);
    return 'syntax error';
  } catch (error) {
    // Only the first part: the rest quotes the file.
    return error instanceof Error ? (error.message.split(/ in JSON|, "/)[0] ?? '') : 'syntax error';
  }
}

function describe(
  file: string,
  tree: Node,
  lineAt: (offset: number) => number,
  issue: z.core.$ZodIssue | undefined,
): ConfigProblem {
  const path = (issue?.path ?? []).filter((part) => typeof part !== 'symbol');
  if (issue?.code === 'unrecognized_keys') {
    const unknown = [...path, issue.keys[0] ?? ''];
    const node = findNodeAtLocation(tree, unknown);
    return {
      code: 'unknownKey',
      file,
      line: lineAt(node?.parent?.offset ?? tree.offset),
      key: unknown.join('.'),
      reason: issue.message,
    };
  }
  const node = findNodeAtLocation(tree, path) ?? findNodeAtLocation(tree, path.slice(0, -1));
  return {
    code: 'invalidValue',
    file,
    line: lineAt(node?.offset ?? tree.offset),
    key: path.join('.'),
    reason: issue?.message ?? 'an object is expected',
  };
}
