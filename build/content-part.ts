import { cpSync } from 'node:fs';
import { Stop } from './stop.ts';

/**
 * Copies the content into the app, once it has been checked as the program will check it at its start:
 * a package whose program would refuse to start is not made.
 *
 * @throws Stop with every place where a file is wrong.
 */
export async function copyContent(source: string, target: string): Promise<void> {
  // Loaded only when there is something to build: a start that builds nothing stays quick.
  const { describeProblem, loadContent } = await import('../electron/content/load-content.ts');
  const content = loadContent({ baseDir: source });
  if (!content.ok) throw new Stop(content.error.map(describeProblem).join('\n'));
  cpSync(source, target, { recursive: true });
}
