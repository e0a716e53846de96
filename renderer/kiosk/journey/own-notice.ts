import type { Notice } from '../../../electron/contract/content.ts';
import type { Journey } from './journey.ts';

/** The notice that is for this person: which one follows from the way they took. */
export function ownNotice(notices: readonly Notice[], journey: Journey): Notice | undefined {
  const isMandated = journey.places.some(({ name }) => name === 'mandated');
  const path: Notice['onPath'] = isMandated ? 'mandate' : 'own-initiative';
  return notices.find(({ onPath }) => onPath === path);
}
